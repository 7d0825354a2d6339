package io.latchless.registry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The handlers of one key, in the order in which they are called. Immutable. */
final class Handlers<H> {
  /** A handler under the priority and the id of its subscription. */
  record Entry<H>(H handler, int priority, long id) {
    private boolean isBefore(Entry<?> other) {
      return priority != other.priority ? priority > other.priority : id < other.id;
    }
  }

  private final Entry<H>[] entries;

  private Handlers(Entry<H>[] entries) {
    this.entries = entries;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  static <H> Handlers<H> of(Entry<H> entry) {
    return new Handlers<>(new Entry[] {entry});
  }

  int size() {
    return entries.length;
  }

  H get(int index) {
    return entries[index].handler;
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

  /** Without the one of an id, or null if no other is left. */
  @Nullable Handlers<H> without(long id) {
    for (int at = 0; at < entries.length; at++) {
      if (entries[at].id == id) {
        if (entries.length == 1) {
          return null;
        }
        Entry<H>[] next = Arrays.copyOf(entries, entries.length - 1);
        System.arraycopy(entries, at + 1, next, at, next.length - at);
        return new Handlers<>(next);
      }
    }
    return this;
  }
}
