package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Padding.PaddedReference;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hands over one value at a time through a single slot: each value goes to one taker, once.
 *
 * <pre>{@code
 * Mailbox<Batch> mailbox = new Mailbox<>();
 * if (!mailbox.offer(batch)) {           // the last one has not been taken yet
 *   Batch unread = mailbox.replace(batch); // or: displace it, and know what was displaced
 * }
 * Batch next = mailbox.take();           // waits, and leaves the slot empty
 * }</pre>
 *
 * <p>Nothing is overwritten silently: {@code offer} refuses, and {@code replace} returns the
 * displaced value. If readers need the latest value again and again, use {@link Latest}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>one value
 *   <tr><th scope="row">Progress<td>{@code poll()}, {@code isEmpty}: wait-free; {@code offer},
 *       {@code replace}: wait-free until the value is in the slot, then lock-free while one waiting
 *       thread is woken; {@code take} and the timed {@code poll} block
 *   <tr><th scope="row">Linearizable<td>yes, every operation; {@code waiterCount} is an estimate
 *   <tr><th scope="row">Happens-before<td>actions before a thread puts a value in happen before
 *       actions after another thread has taken it, or was given it back by {@code replace};
 *       volatile semantics throughout
 *   <tr><th scope="row">Allocation<td>none, unless a thread has to wait
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Memory<td>about 400 bytes, the slot on cache lines of its own; a taken
 *       value is not kept alive
 *   <tr><th scope="row">Null or false means<td>{@code poll}: empty, or the time was up; {@code
 *       replace}: nothing was displaced; {@code offer}: full, and nothing was changed
 * </table>
 *
 * @param <T> the type of the value; null is refused
 * @since 0.1.0
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Mailbox<T> extends PaddedReference<T> {
  /*
   * ONE REFERENCE. The value is its own ready flag. A single atomic instruction takes the reference
   * from null to the value, and another takes it back. So half of a hand-over is never visible, and
   * there is no loop that could lose.
   *
   * NO LOST WAKE-UP. A consumer registers as a waiter before it tries once more and parks. A
   * producer puts its value in before it looks for a consumer to wake. One value wakes one
   * consumer. A consumer that stops waiting, with or without a value, may have been woken for a
   * value that it does not take. So after it has left the list it looks once more and passes the
   * wake-up on.
   */

  private final Waiters<T> waiters = new Waiters<>();

  /** Creates an empty mailbox. */
  public Mailbox() {
    super(null);
  }

  /**
   * Puts a value in if the slot is empty.
   *
   * @param value the value
   * @return false if the slot is full and unchanged
   */
  @CheckReturnValue
  public boolean offer(T value) {
    requireNonNull(value, "value");
    boolean hasRoom = waiters.requireStack();
    if (!casRef(null, value)) {
      return false;
    }
    try {
      waiters.wakeOne(value, hasRoom);
    } catch (StackOverflowError overflow) {
      waiters.isOwed = true;
    }
    return true;
  }

  /**
   * Puts a value in, whether the slot is empty or not.
   *
   * @param value the value
   * @return the displaced value, which no taker will get, or null if the slot was empty
   */
  public @Nullable T replace(T value) {
    requireNonNull(value, "value");
    boolean hasRoom = waiters.requireStack();
    T displaced = getAndSetRef(value);
    try {
      waiters.wakeOne(value, hasRoom);
    } catch (StackOverflowError overflow) {
      waiters.isOwed = true;
    }
    return displaced;
  }

  /**
   * Takes the value out if there is one.
   *
   * @return the value, or null if the slot is empty
   */
  public @Nullable T poll() {
    // Reading before the exchange keeps idle pollers from taking the producer's cache line.
    return refVolatile() == null ? null : getAndSetRef(null);
  }

  /**
   * Takes the value out, waiting for one if necessary. The thread parks; a virtual thread releases
   * its carrier.
   *
   * @return the value, never null
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public T take() throws InterruptedException {
    T value;
    do {
      value = pollNanos(Long.MAX_VALUE);
    } while (value == null);
    return value;
  }

  /**
   * Takes the value out, waiting for one if necessary.
   *
   * @param timeout how long to wait at most; zero looks once, and more than 292 years count as 292
   *     years
   * @return the value, or null if the time was up
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public @Nullable T poll(Duration timeout) throws InterruptedException {
    return pollNanos(Arguments.requireNanos(timeout, "timeout"));
  }

  private @Nullable T pollNanos(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    T value = poll();
    if (value != null || nanos == 0) {
      return value;
    }
    try {
      return waiters.park(put -> true, this::poll, nanos);
    } finally {
      T unclaimed = refVolatile();
      if (unclaimed != null) {
        waiters.wakeOne(unclaimed, true); // the wait has checked that there is room
      }
    }
  }

  /**
   * Returns whether the slot is empty at the moment.
   *
   * @return true if there is no value
   */
  public boolean isEmpty() {
    return refVolatile() == null;
  }

  /**
   * Returns how many threads are waiting, for monitoring.
   *
   * @return an estimate while waiters come and go, exact otherwise
   */
  public int waiterCount() {
    return waiters.count();
  }

  /**
   * Returns the state for a log line, without taking the value.
   *
   * @return for example {@code Mailbox[42]}, or {@code Mailbox[]} if the slot is empty
   */
  @Override
  public String toString() {
    T value = refVolatile();
    return value == null ? "Mailbox[]" : "Mailbox[" + value + "]";
  }
}
