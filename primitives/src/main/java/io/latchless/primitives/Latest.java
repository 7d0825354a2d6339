package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the latest value of a stream. Readers may read it repeatedly, and a value not read in time
 * is replaced by the next.
 *
 * <pre>{@code
 * Latest<Quote> quote = new Latest<>();
 * quote.publish(new Quote(...));                  // any thread
 * Quote now = quote.get();                        // any thread, any number of times
 *
 * long seen = 0;                                  // a reader that wants each newer value once
 * Optional<Snapshot<Quote>> next = quote.awaitNewer(seen, Duration.ofSeconds(1));
 * }</pre>
 *
 * <p>Values are numbered from 1, so a gap tells a reader how many values it has missed. If no value
 * may be missed or read twice, use {@link Mailbox} or a queue.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code snapshot}, {@code version}: wait-free;
 *       {@code publish}: lock-free, with a bounded pause after a lost compare-and-set, see {@link
 *       Backoff}; {@code awaitNewer} blocks
 *   <tr><th scope="row">Linearizable<td>yes, every operation; {@code waiterCount} is an estimate
 *   <tr><th scope="row">Happens-before<td>actions before {@code publish} happen before actions
 *       after another thread has read that value or a later one; volatile semantics throughout
 *   <tr><th scope="row">Allocation<td>none in reads; 32 bytes for each {@code publish}; {@code
 *       awaitNewer}: only if it has to wait
 *   <tr><th scope="row">Complexity<td>constant; {@code publish} takes one more step for each
 *       waiting thread
 *   <tr><th scope="row">Memory<td>about 520 bytes idle, the hot word on cache lines of its own
 *   <tr><th scope="row">Null or empty means<td>nothing has been published yet; from {@code
 *       awaitNewer}: the time is up
 * </table>
 *
 * @param <T> the type of the value; null is refused
 * @since 0.1.0
 */
public final class Latest<T> {
  /*
   * One reference leads to value and version together. If the version were in a field of its own,
   * or if there were a "ready" flag, a reader could see only half of a publication.
   */

  private static final Snapshot<?> NOTHING = new Snapshot<>("nothing published yet", 0, null);

  private final VersionChain<Snapshot<T>> chain;
  private final Waiters<Snapshot<T>> waiters = new Waiters<>();

  /** Creates an instance at version 0, with nothing published yet. */
  @SuppressWarnings("unchecked") // its value is never returned
  public Latest() {
    chain = new VersionChain<>((Snapshot<T>) NOTHING);
  }

  /**
   * Publishes a value as the latest one.
   *
   * @param value the value
   * @return the version: 1 for the first value ever published, then one more each time
   */
  public long publish(T value) {
    requireNonNull(value, "value");
    int losses = 0;
    for (; ; ) {
      Snapshot<T> seen = chain.current();
      Snapshot<T> next = new Snapshot<>(value, seen.version() + 1, null);
      waiters.requireStack();
      if (chain.tryAppend(seen, next)) {
        try {
          waiters.changed(next);
        } catch (StackOverflowError overflow) {
          waiters.isOwed = true;
        }
        return next.version();
      }
      chain.pause(losses++);
    }
  }

  /**
   * Returns the latest value.
   *
   * @return null if nothing has been published yet
   */
  public @Nullable T get() {
    Snapshot<T> now = chain.current();
    return now.version() == 0 ? null : now.value();
  }

  /**
   * Returns the latest value with its version.
   *
   * @return both as they were published, or null if nothing has been published yet
   */
  public @Nullable Snapshot<T> snapshot() {
    Snapshot<T> now = chain.current();
    return now.version() == 0 ? null : now;
  }

  /**
   * Returns the number of values published so far.
   *
   * @return the version of the latest value, or 0
   */
  public long version() {
    return chain.current().version();
  }

  /**
   * Waits for a value newer than the one that the caller has seen. The thread parks; a virtual
   * thread releases its carrier.
   *
   * @param seenVersion the version of the last value seen, 0 for none
   * @param timeout how long to wait at most; zero looks once, and more than 292 years count as 292
   *     years
   * @return the latest value, or empty if the time was up; versions skipped since {@code
   *     seenVersion} were missed
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws IllegalArgumentException if {@code seenVersion} is negative, or {@code timeout} is
   *     negative
   */
  public Optional<Snapshot<T>> awaitNewer(long seenVersion, Duration timeout)
      throws InterruptedException {
    Arguments.requireNotNegative(seenVersion, "seenVersion");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    return Optional.ofNullable(
        waiters.await(
            chain::current,
            now -> now.version() > seenVersion,
            now -> now.version() > seenVersion,
            nanos));
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
   * Returns the latest value for a log line.
   *
   * @return for example {@code Latest[42@7]}, or {@code Latest[]} if nothing has been published
   */
  @Override
  public String toString() {
    Snapshot<T> now = snapshot();
    return now == null ? "Latest[]" : "Latest[" + now.value() + "@" + now.version() + "]";
  }
}
