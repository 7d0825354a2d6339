package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Waiters;
import io.latchless.registry.SnapshotMap;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import java.util.Iterator;
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
  static EventQueue of(Overflow overflow, int capacity, boolean isStrict, Publishers publishers) {
    if (overflow instanceof Overflow.LatestPerKey latest) {
      return new PerKey(latest.key(), ring(latest.keys(), isStrict));
    }
    RingBuffer<Object> ring = ring(capacity, isStrict);
    if (overflow instanceof Overflow.DropOldest) {
      return new DropsOldest(ring);
    }
    if (overflow instanceof Overflow.Block block) {
      return new Blocks(ring, block, publishers);
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

  /** What a queue must know about the threads that publish. */
  interface Publishers {
    /** Returns whether the calling thread runs a handler of the bus, and so must not wait. */
    boolean isInHandler();

    /** Returns whether the subscription is closed, so that a wait for room is over. */
    boolean isClosed();
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
    private final Publishers publishers;
    private final Waiters<Object> waiters = new Waiters<>();

    Blocks(RingBuffer<Object> ring, Overflow.Block policy, Publishers publishers) {
      super(ring);
      this.nanos = Arguments.requireNanos(policy.atMost(), "atMost");
      this.publishers = publishers;
    }

    @Override
    @Nullable DropReason offer(Object element, Consumer<Object> dropped) {
      if (ring.relaxedOffer(element)) {
        return ACCEPTED;
      }
      if (publishers.isInHandler()) {
        return DropReason.IN_HANDLER;
      }
      Object outcome;
      try {
        outcome = nanos == 0 ? null : waiters.park(changed -> true, new Offering(element), nanos);
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        outcome = DropReason.INTERRUPTED;
      } finally {
        passOn();
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
      waiters.requireStack();
      Object element = ring.relaxedPoll();
      if (element != null) {
        waiters.wakeOne(ring);
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
        if (publishers.isClosed()) {
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
   * A map from keys to their newest elements, beside a queue of the keys. The publisher that adds a
   * key to the map also adds it to the queue, and each key in the queue stands for one entry of the
   * map, which no other thread removes.
   */
  private static final class PerKey extends EventQueue {
    private final Function<Object, ?> keyOf;
    private final RingBuffer<Object> keys;
    private final SnapshotMap<Object, Object> newest = new SnapshotMap<>();

    PerKey(Function<Object, ?> keyOf, RingBuffer<Object> keys) {
      this.keyOf = keyOf;
      this.keys = keys;
    }

    @Override
    DropReason displaces() {
      return DropReason.SUPERSEDED;
    }

    @Override
    @Nullable DropReason offer(Object element, Consumer<Object> dropped) {
      Object key =
          requireNonNull(keyOf.apply(Envelope.eventIn(element)), "the key function returned null");
      Object older = newest.put(key, element);
      if (older != null) {
        dropped.accept(older);
        return ACCEPTED;
      }
      if (keys.relaxedOffer(key)) {
        return ACCEPTED;
      }
      Object removed = newest.remove(key);
      if (removed == element) {
        return DropReason.FULL;
      }
      // Another publisher has replaced this element meanwhile, and counted it; its own goes now.
      if (removed != null) {
        dropped.accept(removed);
      }
      return ACCEPTED;
    }

    @Override
    @Nullable Object poll() {
      Object key = keys.relaxedPoll();
      return key == null ? null : newest.remove(key);
    }

    @Override
    @Nullable Object oldest() {
      Object key = first(keys);
      return key == null ? null : newest.get(key);
    }

    @Override
    boolean isReady() {
      return keys.relaxedPeek() != null;
    }

    @Override
    int size() {
      return keys.size();
    }

    @Override
    int capacity() {
      return keys.capacity();
    }
  }
}
