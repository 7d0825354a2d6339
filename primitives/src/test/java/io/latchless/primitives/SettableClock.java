package io.latchless.primitives;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that returns the time it was set to. */
final class SettableClock implements InstantSource {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private volatile Instant now = NOON;

  void set(Instant next) {
    now = next;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
