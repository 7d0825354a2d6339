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
 * Tells listeners of every node of a {@link VersionChain}, once each and in version order.
 *
 * @param <N> the type of the nodes
 * @param <L> the type of the listeners
 */
final class ChangeFeed<N extends VersionNode<N>, L> {
  /*
   * WALKING. Every node is published with a reference to its predecessor. One thread at a time,
   * admitted by the serial drain, walks back from the current node to the last one delivered. It
   * then delivers forwards. Writers that come meanwhile leave their nodes in the chain, and the
   * delivering thread finds them when it looks again. A listener that itself causes a change does
   * the same.
   *
   *     null <- v3 <- v4 <- v5 <- v6        v3 no longer refers to v2;
   *             |                  |        v4, v5 and v6 are delivered next, in this order
   *         delivered           current
   *
   * UNLINKING. A reference to a predecessor is cleared once no listener needs it: in a delivered
   * node, and in a node whose writer finds no listener after publishing it. A listener registers
   * first, so the writers of all nodes published afterwards see it and unlink nothing. A node that
   * is unlinked all the same, perhaps late, was published before the listener came. So the nodes
   * before it were already replaced by then, and the listener is not owed them.
   *
   * ONE MOMENT. A delivery takes the listeners and the current node as they were at the same
   * moment, since neither may be older than the other. If the node were older than a listener, a
   * newer node could still be unlinked late, and the next walk would stop there too early. If the
   * node were younger than a listener not yet seen, it would be delivered without that listener,
   * which would then start after that node.
   *
   * MARKS. Each listener has its own mark of the version it was told last. A delivery that ends
   * half-way, for lack of stack or memory, leaves the rest to the next one, which continues from
   * the marks. The stack may end before or within the listener's own code, and the two cases look
   * alike. If there is enough room below the call, the listener has used up the stack itself and
   * counts as told. If not, the next delivery calls it again.
   */

  /** Calls a listener. */
  interface Delivery<N, L> {
    /** Makes the first call, with the node from which the listener follows the chain. */
    void start(L listener, N node);

    /** Makes a further call, with one node and its successor. */
    void change(L listener, N from, N to);
  }

  private static final long NONE = -1;

  private final class Entry implements Subscription {
    /** Null once closed, so that a subscription that is kept keeps no listener alive. */
    volatile @Nullable L listener;

    /** The lowest version at which this listener may start, however late it is delivered. */
    final long floor;

    /** The version that this listener was told last, or NONE; guarded by the drain. */
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

  /** Delivers a node; called by its writer after publishing it. */
  void appended(N node) {
    if (entries.length == 0) {
      node.unlink();
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
    for (N node = path.poll(); node != null; node = path.poll()) {
      if (from != null) {
        change(from, node, to);
      }
      startAt(node, to);
      node.unlink();
      delivered = node;
      from = node;
    }
    if (to.length == 0) {
      delivered = null;
    }
  }

  private void startAt(N node, Entry[] to) {
    for (Entry entry : to) {
      if (entry.told == NONE && node.version() >= entry.floor) {
        tell(entry, null, node);
      }
    }
  }

  private void change(N from, N node, Entry[] to) {
    for (Entry entry : to) {
      if (entry.told != NONE && entry.told < node.version()) {
        tell(entry, from, node);
      }
    }
  }

  private void tell(Entry entry, @Nullable N from, N node) {
    L listener = entry.listener;
    if (listener == null) {
      return;
    }
    boolean told = true;
    try {
      if (from == null) {
        delivery.start(listener, node);
      } else {
        delivery.change(listener, from, node);
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
        entry.told = node.version();
      }
    }
  }

  /**
   * Reports to the handler; if that throws, to the log; if that throws, to the thread's own
   * handler.
   */
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
