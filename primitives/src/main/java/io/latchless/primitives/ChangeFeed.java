package io.latchless.primitives;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners of every link of a {@link VersionChain}, once each and in version order.
 *
 * @param <N> the kind of link
 * @param <L> the kind of listener
 */
final class ChangeFeed<N extends Link<N>, L> {
  /*
   * Every link is published with a way back to its predecessor. One thread at a time, kept single by
   * the trampoline, walks back from the current link to the last one delivered, and delivers
   * forwards. Writers that come meanwhile leave their link in the chain, and the delivering thread
   * finds it when it looks again; so does a listener that itself causes a change.
   *
   * The way back is cut where nobody needs it: behind a delivered link, and behind a link whose
   * writer, having published it, finds no listener. A listener enlists first, so the writers of
   * links published after that see it and cut nothing. A link that is cut all the same, perhaps
   * late, was published before; nothing behind it was current any more when the listener came.
   *
   * A delivery takes the listeners and the current link as they were at one moment, for each must
   * not be older than the other. A link older than a listener could be in front of a late cut that
   * the next walk would then stop at. A link younger than a listener that is not yet seen would be
   * delivered without it, and the listener would start behind that link.
   */

  /** How a listener is told. */
  interface Delivery<N, L> {
    /** The first call: the link from which the listener follows the chain. */
    void start(L listener, N link);

    /** Every further call: one link and its successor. */
    void change(L listener, N from, N to);
  }

  private final class Entry implements Subscription {
    final L listener;

    /** What was over before the listener came is not delivered to it, however late delivery is. */
    final long floor;

    /** Guarded by the trampoline. */
    boolean started;

    private volatile boolean closed;

    Entry(L listener, long floor) {
      this.listener = listener;
      this.floor = floor;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
      updateEntries(seen -> without(seen, this));
      delivering.request();
    }
  }

  private final VersionChain<N> chain;
  private final Delivery<N, L> delivery;
  private final ListenerErrorHandler errors;
  private final Trampoline delivering = new Trampoline(this::deliver);

  private static final VarHandle ENTRIES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "entries",
          VarHandle.class,
          ChangeFeed.class,
          ChangeFeed.Entry[].class);

  @SuppressWarnings({"unchecked", "rawtypes"})
  private volatile ChangeFeed<N, L>.Entry[] entries = new ChangeFeed.Entry[0];

  /** Guarded by the trampoline. */
  private @Nullable N delivered;

  ChangeFeed(VersionChain<N> chain, Delivery<N, L> delivery, ListenerErrorHandler errors) {
    this.chain = chain;
    this.delivery = delivery;
    this.errors = errors;
  }

  Subscription subscribe(L listener) {
    Entry entry = new Entry(listener, chain.current().version());
    updateEntries(
        seen -> {
          Entry[] next = Arrays.copyOf(seen, seen.length + 1);
          next[seen.length] = entry;
          return next;
        });
    delivering.request();
    return entry;
  }

  /** To be called by the writer of a link, after it has been published. */
  void appended(N link) {
    if (entries.length == 0) {
      link.cut();
    } else {
      delivering.request();
    }
  }

  private void deliver() {
    Entry[] to;
    N head;
    do {
      to = entries;
      head = chain.current();
    } while (to != entries);
    if (to.length == 0) {
      head.cut();
      delivered = null;
      return;
    }
    Deque<N> path = new ArrayDeque<>();
    N from = head;
    while (from != null && from != delivered) {
      path.push(from);
      from = from.previousOpaque();
    }
    if (from != null) {
      startAt(from, to);
    }
    for (N link : path) {
      if (from != null) {
        change(from, link, to);
      }
      startAt(link, to);
      from = link;
    }
    head.cut();
    delivered = head;
  }

  private void startAt(N link, Entry[] to) {
    for (Entry entry : to) {
      if (!entry.started && link.version() >= entry.floor) {
        entry.started = true;
        call(entry, () -> delivery.start(entry.listener, link));
      }
    }
  }

  private void change(N from, N link, Entry[] to) {
    for (Entry entry : to) {
      if (entry.started) {
        call(entry, () -> delivery.change(entry.listener, from, link));
      }
    }
  }

  private void call(Entry entry, Runnable call) {
    if (entry.closed) {
      return;
    }
    try {
      call.run();
    } catch (Throwable thrown) {
      report(entry.listener, thrown);
    }
  }

  private void report(L listener, Throwable thrown) {
    try {
      errors.onError(listener, thrown);
    } catch (Throwable second) {
      if (second != thrown) {
        second.addSuppressed(thrown);
      }
      ListenerErrorHandler.logging().onError(errors, second);
    }
  }

  private void updateEntries(UnaryOperator<ChangeFeed<N, L>.Entry[]> change) {
    int losses = 0;
    for (; ; ) {
      Entry[] seen = entries;
      if (ENTRIES.compareAndSet(this, seen, change.apply(seen))) {
        return;
      }
      chain.pause(losses++);
    }
  }

  private static <E> E[] without(E[] seen, E gone) {
    int at = Arrays.asList(seen).indexOf(gone);
    if (at < 0) {
      return seen;
    }
    E[] next = Arrays.copyOf(seen, seen.length - 1);
    System.arraycopy(seen, at + 1, next, at, next.length - at);
    return next;
  }
}
