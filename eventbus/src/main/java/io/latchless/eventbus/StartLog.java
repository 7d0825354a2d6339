package io.latchless.eventbus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The events that are published before a bus starts, in order and up to a limit. */
final class StartLog {
  /*
   * A linked list, the newest entry first, behind one reference. An entry is added by
   * compare-and-set, and so is the mark that closes the log. So each publication is either in the
   * list that the closing thread takes, or finds the log closed; and no thread is ever in between.
   */

  private static final Entry END = new Entry(Topic.any(Object.class), "", 0, null, 0);

  /** A published event. */
  static final class Entry {
    final Topic<?> topic;
    final Object event;
    final long version;
    private final @Nullable Entry before;
    private final int size;

    private Entry(Topic<?> topic, Object event, long version, @Nullable Entry before, int size) {
      this.topic = topic;
      this.event = event;
      this.version = version;
      this.before = before;
      this.size = size;
    }
  }

  /** The outcome of an attempt to add an event. */
  enum Outcome {
    ADDED,
    FULL,
    CLOSED
  }

  private final int capacity;
  private final AtomicReference<@Nullable Entry> last = new AtomicReference<>();

  StartLog(int capacity) {
    this.capacity = capacity;
  }

  Outcome add(Topic<?> topic, Object event, long version) {
    for (; ; ) {
      Entry seen = last.get();
      if (seen == END) {
        return Outcome.CLOSED;
      }
      int size = seen == null ? 0 : seen.size;
      if (size == capacity) {
        return Outcome.FULL;
      }
      if (last.compareAndSet(seen, new Entry(topic, event, version, seen, size + 1))) {
        return Outcome.ADDED;
      }
    }
  }

  int size() {
    Entry seen = last.get();
    return seen == null ? 0 : seen.size;
  }

  /** Closes the log and returns its entries, the oldest first; none if it was closed before. */
  List<Entry> close() {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry = last.getAndSet(END); entry != null && entry != END; entry = entry.before) {
      entries.add(entry);
    }
    Collections.reverse(entries);
    return entries;
  }
}
