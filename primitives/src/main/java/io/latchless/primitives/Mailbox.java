package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Padding.PaddedReference;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A slot for one value that is handed over: each value goes to one taker, once.
 *
 * <pre>{@code
 * Mailbox<Batch> mailbox = new Mailbox<>();
 * if (!mailbox.offer(batch)) {           // the last one has not been taken yet
 *   Batch unread = mailbox.replace(batch); // or: displace it, and know what was displaced
 * }
 * Batch next = mailbox.take();           // waits, and leaves the slot empty
 * }</pre>
 *
 * <p>Nothing is overwritten silently: {@code offer} refuses, {@code replace} returns what it
 * displaced. Where readers shall see the latest value again and again, use {@link Latest}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>one value
 *   <tr><th scope="row">Progress<td>{@code poll()}, {@code isEmpty}: wait-free; {@code offer}, {@code
 *       replace}: wait-free until the value is there, then lock-free while one waiting thread is woken; {@code
 *       take} and the timed {@code poll} block
 *   <tr><th scope="row">Linearizable<td>yes, every operation
 *   <tr><th scope="row">Happens-before<td>what a thread did before it put a value in happens before what
 *       another does after it took, or was given back, that value; volatile semantics throughout
 *   <tr><th scope="row">Allocation<td>none, except where a thread has to wait
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Memory<td>about 400 bytes, the slot on cache lines of its own; a taken value is not
 *       kept alive
 *   <tr><th scope="row">Null or false means<td>{@code poll}: empty, or the time was up; {@code replace}:
 *       nothing was displaced; {@code offer}: full, and nothing was changed
 * </table>
 *
 * @param <T> the type of the value; null is refused
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Mailbox<T> extends PaddedReference<T> {
  /*
   * The value is its own ready flag: one reference goes from null to the value and back, by one
   * atomic instruction each way, so there is no moment at which only half of a hand-over is to be
   * seen, and no loop that could lose.
   *
   * A consumer enlists before it tries once more and parks; a producer puts its value in before it
   * looks for a consumer to wake. One value wakes one consumer. Whoever stops waiting, with a value
   * or without, may have been woken for a value that it does not take, so it looks once more after
   * it has left the list, and passes the wake-up on.
   */

  private final Waiters<T> waiters = new Waiters<>();

  /** An empty mailbox. */
  public Mailbox() {
    super(null);
  }

  /**
   * Puts a value in if the slot is empty.
   *
   * @param value the value
   * @return false if there is one already, which stays
   */
  public boolean offer(T value) {
    requireNonNull(value, "value");
    waiters.requireStack();
    if (!casRef(null, value)) {
      return false;
    }
    waiters.wakeOne(value);
    return true;
  }

  /**
   * Puts a value in, whether the slot is empty or not.
   *
   * @param value the value
   * @return the value that was displaced and that no taker will get, or null if there was none
   */
  public @Nullable T replace(T value) {
    requireNonNull(value, "value");
    waiters.requireStack();
    T displaced = getAndSetRef(value);
    waiters.wakeOne(value);
    return displaced;
  }

  /**
   * Takes the value out if there is one.
   *
   * @return the value, or null if the slot is empty
   */
  public @Nullable T poll() {
    // The look before the exchange keeps idle pollers from taking the line from the producer.
    return refVolatile() == null ? null : getAndSetRef(null);
  }

  /**
   * Takes the value out, waiting for one if necessary. The thread parks; a virtual thread gives up
   * its carrier.
   *
   * @return the value
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
   * @param timeout how long to wait at most; zero only looks, and more than 292 years count as 292
   *     years
   * @return the value, or null when the time was up
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
        waiters.wakeOne(unclaimed);
      }
    }
  }

  /**
   * Whether there is no value at the moment.
   *
   * @return true if the slot is empty
   */
  public boolean isEmpty() {
    return refVolatile() == null;
  }

  /**
   * How many threads wait at the moment, for monitoring.
   *
   * @return an estimate while waiters come and go, exact when none do
   */
  public int waiterCount() {
    return waiters.count();
  }

  /**
   * The state for a log line; the value is left in place.
   *
   * @return for example {@code Mailbox[42]}, or {@code Mailbox[]} if the slot is empty
   */
  @Override
  public String toString() {
    T value = refVolatile();
    return value == null ? "Mailbox[]" : "Mailbox[" + value + "]";
  }
}
