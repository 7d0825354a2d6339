package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Duration;
import java.util.function.Function;

/**
 * What a subscription does with an event when its queue is full. Every event that is not handled is
 * counted under a {@link DropReason}. Immutable.
 *
 * @since 0.1.0
 */
public sealed interface Overflow {
  /** Drops the event that was just published. */
  record DropNewest() implements Overflow {}

  /** Drops the oldest event of the queue, as long as the queue is full. */
  record DropOldest() implements Overflow {}

  /**
   * Lets the publisher wait for room. The wait ends when there is room, at the time limit, by an
   * interrupt, or when the subscription is closed. A handler of the same bus never waits: its event
   * is dropped at once, because two handlers that wait for each other's queues would wait for ever.
   *
   * @param atMost the time limit
   */
  record Block(Duration atMost) implements Overflow {
    /**
     * Creates the policy.
     *
     * @param atMost the time limit
     * @throws IllegalArgumentException if {@code atMost} is negative
     */
    public Block {
      Arguments.requireNanos(atMost, "atMost");
    }
  }

  /**
   * Drops the event that was just published, and throws an {@link EventRejectedException} once all
   * other recipients have been offered the event.
   */
  record Reject() implements Overflow {}

  /**
   * Keeps the newest event for each key, and drops the older one. For state whose last value must
   * not be lost. A queued event keeps its place when a newer one with its key replaces it.
   *
   * @param key computes the key, on the publisher's thread; not null
   * @param keys the most keys that may have a queued event; takes the place of the queue's capacity
   */
  record LatestPerKey(Function<Object, ?> key, int keys) implements Overflow {
    /**
     * Creates the policy.
     *
     * @param key computes the key, on the publisher's thread; not null
     * @param keys the most keys that may have a queued event; takes the place of the queue's
     *     capacity
     * @throws IllegalArgumentException if {@code keys} is less than 1 or more than 2<sup>29</sup>
     */
    public LatestPerKey {
      requireNonNull(key, "key");
      Arguments.requireBetween(1, SubscriptionOptions.MOST, keys, "keys");
    }
  }

  /**
   * Returns the policy that drops the event that was just published.
   *
   * @return the policy
   */
  static Overflow dropNewest() {
    return new DropNewest();
  }

  /**
   * Returns the policy that drops the oldest event of a full queue.
   *
   * @return the policy
   */
  static Overflow dropOldest() {
    return new DropOldest();
  }

  /**
   * Returns the policy that lets the publisher wait for room.
   *
   * @param atMost the time limit
   * @return the policy
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  static Overflow block(Duration atMost) {
    return new Block(atMost);
  }

  /**
   * Returns the policy that tells the publisher by an exception.
   *
   * @return the policy
   */
  static Overflow reject() {
    return new Reject();
  }

  /**
   * Returns the policy that keeps the newest event for each key.
   *
   * @param key computes the key of an event, on the publisher's thread; not null
   * @param keys the most keys that may have a queued event
   * @param <E> the type of the events
   * @return the policy
   * @throws IllegalArgumentException if {@code keys} is less than 1 or more than 2<sup>29</sup>
   */
  @SuppressWarnings("unchecked") // a subscription passes only events of its type
  static <E> Overflow latestPerKey(Function<? super E, ?> key, int keys) {
    return new LatestPerKey((Function<Object, ?>) key, keys);
  }
}
