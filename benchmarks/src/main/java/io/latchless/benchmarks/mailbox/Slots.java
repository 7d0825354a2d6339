package io.latchless.benchmarks.mailbox;

import io.latchless.primitives.Mailbox;
import java.util.List;

/** Creates one-value slots from their names in the contests. */
public final class Slots {
  /** The names of all slots, ours first. */
  public static final List<String> NAMES = List.of("Mailbox", "synchronized", "ReentrantLock");

  private Slots() {}

  /** Creates an empty slot. */
  public static <T> Slot<T> create(String name) {
    return switch (name) {
      case "Mailbox" -> new LatchlessSlot<>(new Mailbox<>());
      case "synchronized" -> new SynchronizedSlot<>();
      case "ReentrantLock" -> new LockSlot<>();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
