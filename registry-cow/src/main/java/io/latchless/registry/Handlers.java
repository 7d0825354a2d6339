package io.latchless.registry;

import io.latchless.primitives.internal.HazardSlots;
import java.util.Arrays;

/**
 * Handlers in the order in which they are called, by priority and then by id. Immutable, apart from
 * the mark that their end is awaited.
 */
final class Handlers<H> extends HazardSlots.Guarded {
  /** A handler with the priority and the id of its subscription. */
  record Entry<H>(H handler, int priority, long id) {
    private boolean isBefore(Entry<?> other) {
      return priority != other.priority ? priority > other.priority : id < other.id;
    }
  }

  private static final Handlers<?> NONE = new Handlers<>(newEntries(0));

  private final Entry<H>[] entries;

  /** The handlers of the entries, which saves a dispatch one load per handler. */
  private final Object[] handlers;

  private Handlers(Entry<H>[] entries) {
    this.entries = entries;
    this.handlers = new Object[entries.length];
    Arrays.setAll(handlers, at -> entries[at].handler);
  }

  @SuppressWarnings("unchecked") // it is empty
  static <H> Handlers<H> none() {
    return (Handlers<H>) NONE;
  }

  int size() {
    return handlers.length;
  }

  boolean isEmpty() {
    return handlers.length == 0;
  }

  @SuppressWarnings("unchecked") // it holds only the handlers of the entries
  H get(int index) {
    return (H) handlers[index];
  }

  /** Returns the array itself, which must not be written to. */
  Object[] array() {
    return handlers;
  }

  @Override
  public boolean contains(long id) {
    return indexOf(id) >= 0;
  }

  Handlers<H> with(Entry<H> added) {
    int at = entries.length;
    while (at > 0 && added.isBefore(entries[at - 1])) {
      at--;
    }
    Entry<H>[] next = Arrays.copyOf(entries, entries.length + 1);
    System.arraycopy(entries, at, next, at + 1, entries.length - at);
    next[at] = added;
    return new Handlers<>(next);
  }

  /** Returns the handlers without the one that has the id; this object if there is none. */
  Handlers<H> without(long id) {
    int at = indexOf(id);
    if (at < 0) {
      return this;
    }
    if (entries.length == 1) {
      return none();
    }
    Entry<H>[] next = Arrays.copyOf(entries, entries.length - 1);
    System.arraycopy(entries, at + 1, next, at, next.length - at);
    return new Handlers<>(next);
  }

  private int indexOf(long id) {
    for (int at = 0; at < entries.length; at++) {
      if (entries[at].id == id) {
        return at;
      }
    }
    return -1;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static <H> Entry<H>[] newEntries(int length) {
    return new Entry[length];
  }
}
