package io.latchless.primitives;

import io.latchless.primitives.internal.StackRoom;
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
final class ChangeFeed<N extends VersionNode<N>, L> {
  /*
   * Every link is published with a way back to its predecessor. One thread at a time, kept single by
   * the drain, walks back from the current link to the last one delivered, and delivers
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
   *
   * Each listener has its own mark of what it was told last. A delivery that ends half-way, because
   * stack or memory is at its end, leaves the rest to the next one, which goes on from the marks.
   * The end of the stack may come before or within the listener's own code, which nobody can tell
   * apart. Where there is room enough below the call, the listener itself has used it up, and has
   * been told; where there is not, the next delivery calls it again.
   */

  /** How a listener is told. */
  interface Delivery<N, L> {
    /** The first call: the link from which the listener follows the chain. */
    void start(L listener, N link);

    /** Every further call: one link and its successor. */
    void change(L listener, N from, N to);
  }

  private static final long NONE = -1;

  private final class Entry implements Subscription {
    /** Null once it is closed, so that a kept registration keeps no listener alive. */
    volatile @Nullable L listener;

    /** What was over before the listener came is not delivered to it, however late delivery is. */
    final long floor;

    /** The version that it was told last, or none before its first call; the drain's. */
    long told = NONE;

    Entry(L listener, long floor) {
      this.listener = listener;
      this.floor = floor;
    }

    @Override
    public boolean isClosed() {
      return listener == null;
    }

    @Override
    public void close() {
      listener = null;
      updateEntries(seen -> without(seen, this));
      delivering.request();
    }
  }

  private final VersionChain<N> chain;
  private final Delivery<N, L> delivery;
  private final ListenerErrorHandler errors;
  private final SerialDrain delivering = new SerialDrain(this::deliver);

  private static final VarHandle ENTRIES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "entries",
          VarHandle.class,
          ChangeFeed.class,
          ChangeFeed.Entry[].class);

  @SuppressWarnings({"unchecked", "rawtypes"})
  private volatile ChangeFeed<N, L>.Entry[] entries = new ChangeFeed.Entry[0];

  /** Guarded by the drain. */
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
      link.unlink();
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
    Deque<N> path = new ArrayDeque<>();
    N from = head;
    while (from != null && from != delivered) {
      path.push(from);
      from = from.previousOpaque();
    }
    if (from != null) {
      startAt(from, to);
    }
    for (N link = path.poll(); link != null; link = path.poll()) {
      if (from != null) {
        change(from, link, to);
      }
      startAt(link, to);
      link.unlink();
      delivered = link;
      from = link;
    }
    if (to.length == 0) {
      delivered = null;
    }
  }

  private void startAt(N link, Entry[] to) {
    for (Entry entry : to) {
      if (entry.told == NONE && link.version() >= entry.floor) {
        tell(entry, null, link);
      }
    }
  }

  private void change(N from, N link, Entry[] to) {
    for (Entry entry : to) {
      if (entry.told != NONE && entry.told < link.version()) {
        tell(entry, from, link);
      }
    }
  }

  private void tell(Entry entry, @Nullable N from, N link) {
    L listener = entry.listener;
    if (listener == null) {
      return;
    }
    boolean told = true;
    try {
      if (from == null) {
        delivery.start(listener, link);
      } else {
        delivery.change(listener, from, link);
      }
    } catch (StackOverflowError end) {
      told = false;
      if (!StackRoom.isThere()) {
        throw end;
      }
      told = true;
      report(listener, end);
    } catch (Throwable thrown) {
      report(listener, thrown);
    } finally {
      if (told) {
        entry.told = link.version();
      }
    }
  }

  /** Tells the handler; failing that, the log; failing that, the thread's own handler. */
  private void report(L listener, Throwable thrown) {
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    Throwable unreported = attemptReport(errors, listener, thrown);
    if (unreported != null) {
      unreported = attemptReport(ListenerErrorHandler.logging(), errors, unreported);
    }
    if (unreported != null) {
      Thread self = Thread.currentThread();
      attemptReport(
          (from, last) -> self.getUncaughtExceptionHandler().uncaughtException(self, last),
          errors,
          unreported);
    }
  }

  private static @Nullable Throwable attemptReport(
      ListenerErrorHandler handler, Object from, Throwable thrown) {
    try {
      handler.onError(from, thrown);
      return null;
    } catch (Throwable second) {
      if (second != thrown) {
        second.addSuppressed(thrown);
      }
      return second;
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
