package io.latchless.stress.hostile;

import org.jspecify.annotations.Nullable;

/** A value, or a key, whose equals, hashCode, compareTo and toString run a hook. */
final class HostileValue implements Comparable<HostileValue> {
  private final int id;
  private final Hook hook;

  HostileValue(int id, Hook hook) {
    this.id = id;
    this.hook = hook;
  }

  int id() {
    return id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    hook.run();
    return other instanceof HostileValue value && value.id == id;
  }

  /** Groups four values under each hash code. */
  @Override
  public int hashCode() {
    hook.run();
    return id / 4;
  }

  @Override
  public int compareTo(HostileValue other) {
    hook.run();
    return Integer.compare(id, other.id);
  }

  @Override
  public String toString() {
    hook.run();
    return "value " + id;
  }
}
