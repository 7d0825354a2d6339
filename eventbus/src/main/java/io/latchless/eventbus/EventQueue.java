package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Waiters;
import io.latchless.registry.SnapshotMap;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a subscription with its overflow policy. No operation waits for another thread,
 * except where the policy says so.
 */
abstract class EventQueue {
  /** Stands for a reason: the element was added. */
  static final @Nullable DropReason ACCEPTED = null;

  private static final int ATTEMPTS = 16;

  /**
   * Adds an element.
   *
   * @param dropped receives other elements that had to go, with the reason {@link #displaces}
   * @return {@link #ACCEPTED}, or why the element was not added
   */
  abstract @Nullable DropReason offer(Object element, Consumer<Object> dropped);

  /** The reason for which {@link #offer} drops older elements. */
  DropReason displaces() {
    return DropReason.OLDEST;
  }

  /** Takes the oldest element; null if there is none, or it is not published yet. */
  abstract @Nullable Object poll();

  /** Returns the oldest published element, or null. Copies the queue, and waits for no thread. */
  abstract @Nullable Object oldest();

  /** Returns whether an element is there to be taken. */
  abstract boolean isReady();

  abstract int size();

  abstract int capacity();

  /** Wakes the publishers that wait for room; they then find the subscription closed. */
  void closed() {}

  /** Returns the queue for a policy. */
  static EventQueue of(Overflow overflow, int capacity, boolean isStrict, Owner owner) {
    if (overflow instanceof Overflow.LatestPerKey latest) {
      return new PerKey(latest.key(), ring(latest.keys(), isStrict), owner);
    }
    RingBuffer<Object> ring = ring(capacity, isStrict);
    if (overflow instanceof Overflow.DropOldest) {
      return new DropsOldest(ring);
    }
    if (overflow instanceof Overflow.Block block) {
      return new Blocks(ring, block, owner);
    }
    return new DropsNewest(
        ring, overflow instanceof Overflow.Reject ? DropReason.REJECTED : DropReason.FULL);
  }

  private static RingBuffer<Object> ring(int capacity, boolean isStrict) {
    return isStrict ? new LockFreeRingBuffer<>(capacity) : new MpmcRingBuffer<>(capacity);
  }

  private static @Nullable Object first(RingBuffer<Object> ring) {
    Iterator<Object> elements = ring.iterator();
    return elements.hasNext() ? elements.next() : null;
  }

  /** What a queue must know about its subscription. */
  interface Owner {
    /** Returns whether the calling thread runs a handler of the bus, and so must not wait. */
    boolean isInHandler();

    /** Returns whether the subscription is closed, so that a wait for room is over. */
    boolean isClosed();

    /** Reports what a method of a key has thrown, where nothing is lost by it. */
    void keyHasThrown(Throwable thrown);
  }

  /** A queue that is a ring of elements. */
  private abstract static class OfRing extends EventQueue {
    final RingBuffer<Object> ring;

    OfRing(RingBuffer<Object> ring) {
      this.ring = ring;
    }

    @Override
    @Nullable Object poll() {
      return ring.relaxedPoll();
    }

    @Override
    @Nullable Object oldest() {
      return first(ring);
    }

    @Override
    boolean isReady() {
      return ring.relaxedPeek() != null;
    }

    @Override
    int size() {
      return ring.size();
    }

    @Override
    int capacity() {
      return ring.capacity();
    }
  }

  private static final class DropsNewest extends OfRing {
    private final DropReason reason;

    DropsNewest(RingBuffer<Object> ring, DropReason reason) {
      super(ring);
      this.reason = reason;
    }

    @Override
    @Nullable DropReason offer(Object element, Consumer<Object> dropped) {
      return ring.relaxedOffer(element) ? ACCEPTED : reason;
    }
  }

  /** Gives up only if another thread is stopped in the middle of an operation. */
  private static final class DropsOldest extends OfRing {
    DropsOldest(RingBuffer<Object> ring) {
      super(ring);
    }

    @Override
    @Nullable DropReason offer(Object element, Consumer<Object> dropped) {
      for (int failures = 0; failures < ATTEMPTS; ) {
        if (ring.relaxedOffer(element)) {
          return ACCEPTED;
        }
        Object oldest = ring.pollIfFull();
        if (oldest == null) {
          failures++;
        } else {
          dropped.accept(oldest);
        }
      }
      return DropReason.FULL;
    }
  }

  private static final class Blocks extends OfRing {
    private static final long NAP_NANOS = 50_000;

    private final long nanos;
    private final Owner owner;
    private final Waiters<Object> waiters = new Waiters<>();

    Blocks(RingBuffer<Object> ring, Overflow.Block policy, Owner owner) {
      super(ring);
      this.nanos = Arguments.requireNanos(policy.atMost(), "atMost");
      this.owner = owner;
    }

    @Override
    @Nullable DropReason offer(Object element, Consumer<Object> dropped) {
      if (ring.relaxedOffer(element)) {
        return ACCEPTED;
      }
      if (owner.isInHandler()) {
        return DropReason.IN_HANDLER;
      }
      Object outcome;
      try {
        outcome = nanos == 0 ? null : waiters.park(changed -> true, new Offering(element), nanos);
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        outcome = DropReason.INTERRUPTED;
      } finally {
        try {
          passOn();
        } catch (StackOverflowError overflow) {
          waiters.isOwed = true;
        }
      }
      if (outcome == element) {
        return ACCEPTED;
      }
      return outcome == null ? DropReason.TIMED_OUT : (DropReason) outcome;
    }

    /** A waiter that leaves may have been woken for room that it has not taken. */
    private void passOn() {
      if (ring.size() < ring.capacity()) {
        waiters.wakeOne(ring);
      }
    }

    @Override
    @Nullable Object poll() {
      boolean hasRoom = waiters.requireStack();
      Object element = ring.relaxedPoll();
      if (element != null) {
        try {
          waiters.wakeOne(ring, hasRoom);
        } catch (StackOverflowError overflow) {
          waiters.isOwed = true;
        }
      }
      return element;
    }

    @Override
    void closed() {
      waiters.changed(ring);
    }

    /** Tries to add an element, for a publisher that waits for room. */
    private final class Offering implements Waiters.Attempt<Object> {
      private final Object element;

      Offering(Object element) {
        this.element = element;
      }

      @Override
      public @Nullable Object tryNow() {
        if (owner.isClosed()) {
          return DropReason.CLOSED;
        }
        return ring.relaxedOffer(element) ? element : null;
      }

      /** If there is room, a thread is in the middle of an operation that may wake no other. */
      @Override
      public long longestParkNanos() {
        return ring.size() < ring.capacity() ? NAP_NANOS : Long.MAX_VALUE;
      }
    }
  }

  /**
   * A map from keys to places, beside a queue of the places. A place holds the newest element of
   * its key. The publisher that puts a place into the map also puts it into the queue.
   *
   * <p>Taking a place out of the queue takes its element, by an exchange for null. This exchange
   * and a publisher's compare-and-set decide which of the two has the element. From then on a
   * publisher puts a new place into the map. The methods of keys are the user's code. So removing a
   * place from the map, which calls them, comes last. If they throw, the place stays in the map,
   * empty, until a publisher replaces it.
   */
  private static final class PerKey extends EventQueue {
    /** Where the newest element of a key waits. */
    private static final class Place {
      final Object key;
      final AtomicReference<@Nullable Object> element;

      Place(Object key, Object element) {
        this.key = key;
        this.element = new AtomicReference<>(element);
      }

      boolean isTaken() {
        return element.get() == null;
      }
    }

    private final Function<Object, ?> keyOf;
    private final RingBuffer<Object> queue;
    private final SnapshotMap<Object, Place> byKey = new SnapshotMap<>();
    private final Owner owner;

    PerKey(Function<Object, ?> keyOf, RingBuffer<Object> queue, Owner owner) {
      this.keyOf = keyOf;
      this.queue = queue;
      this.owner = owner;
    }

    @Override
    DropReason displaces() {
      return DropReason.SUPERSEDED;
    }

    @Override
    @SuppressWarnings("NullAway") // the type of the lambda loses its annotations on JDK 25
    @Nullable DropReason offer(Object element, Consumer<Object> dropped) {
      Object key =
          requireNonNull(keyOf.apply(Envelope.eventIn(element)), "the key function returned null");
      Place mine = new Place(key, element);
      for (; ; ) {
        Place place =
            requireNonNull(
                byKey.compute(key, (same, seen) -> seen == null || seen.isTaken() ? mine : seen));
        if (place == mine) {
          return queue.relaxedOffer(mine) ? ACCEPTED : withdraw(mine, element, dropped);
        }
        Object older = place.element.get();
        if (older != null && place.element.compareAndSet(older, element)) {
          dropped.accept(older);
          return ACCEPTED;
        }
      }
    }

    /** Takes back a place for which the queue has no room. */
    private @Nullable DropReason withdraw(Place mine, Object element, Consumer<Object> dropped) {
      Object last = mine.element.getAndSet(null);
      forget(mine);
      if (last == element) {
        return DropReason.FULL;
      }
      // Another publisher has replaced this element meanwhile, and counted it; its own goes now.
      if (last != null) {
        dropped.accept(last);
      }
      return ACCEPTED;
    }

    @SuppressWarnings("NullAway") // the type of the lambda loses its annotations on JDK 25
    private void forget(Place taken) {
      try {
        var unused = byKey.compute(taken.key, (same, seen) -> seen == taken ? null : seen);
      } catch (Throwable thrown) {
        owner.keyHasThrown(thrown);
      }
    }

    @Override
    @Nullable Object poll() {
      Place place = (Place) queue.relaxedPoll();
      if (place == null) {
        return null;
      }
      Object element = place.element.getAndSet(null);
      forget(place);
      return element;
    }

    @Override
    @Nullable Object oldest() {
      Place place = (Place) first(queue);
      return place == null ? null : place.element.get();
    }

    @Override
    boolean isReady() {
      return queue.relaxedPeek() != null;
    }

    @Override
    int size() {
      return queue.size();
    }

    @Override
    int capacity() {
      return queue.capacity();
    }
  }
}
