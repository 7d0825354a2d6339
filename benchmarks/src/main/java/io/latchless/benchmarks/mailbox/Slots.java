package io.latchless.benchmarks.mailbox;

import io.latchless.primitives.Mailbox;
import java.util.List;

/** Makes one-value slots by the names that the contests give them. */
public final class Slots {
  /** Every name, ours first. */
  public static final List<String> NAMES = List.of("Mailbox", "synchronized", "ReentrantLock");

  private Slots() {}

  /** A new empty slot. */
  public static <T> Slot<T> create(String name) {
    return switch (name) {
      case "Mailbox" -> new LatchlessSlot<>(new Mailbox<>());
      case "synchronized" -> new SynchronizedSlot<>();
      case "ReentrantLock" -> new LockSlot<>();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
