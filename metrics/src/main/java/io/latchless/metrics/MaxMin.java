package io.latchless.metrics;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The greatest and the least of a stream of numbers.
 *
 * <pre>{@code
 * MaxMin latency = new MaxMin();
 * latency.record(nanos);                                        // any thread
 * latency.rangeThenReset().ifPresent(
 *     range -> log(range.min() + " to " + range.max()));        // once a minute
 * }</pre>
 *
 * <p>Most numbers extend nothing, and recording such a number writes nothing. Threads that record
 * then do not disturb each other at all.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, recording, reading and resetting
 *   <tr><th scope="row">Progress<td>{@code rangeThenReset} is wait-free if the processor has an
 *       atomic exchange; all other operations are lock-free. {@code record} retries only if another
 *       thread has just extended or reset the range, and pauses for a bounded time after a lost
 *       compare-and-set, see {@link Backoff}. Readers retry only if the range has just been
 *       extended or reset
 *   <tr><th scope="row">Linearizable<td>yes, every operation: a range has its two ends of one
 *       moment, and every record is in the range of exactly one reset, or of one still to come
 *   <tr><th scope="row">Happens-before<td>actions before a record that extends the range happen
 *       before actions after another thread reads that extension, or a later one of the same end;
 *       all operations have volatile semantics
 *   <tr><th scope="row">Allocation<td>about 600 bytes by the first record, and by the first after
 *       each reset; the results of readers; otherwise none
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Memory<td>16 bytes, and about 600 more from the first record on, each end
 *       of the range on cache lines of its own
 *   <tr><th scope="row">Empty means<td>nothing has been recorded since construction, or since the
 *       last reset
 * </table>
 *
 * <p>Source: a compare-and-set loop for each end. The two ends of an interval are one object that a
 * reset replaces and then seals, as Harris marks a node before unlinking it ("A Pragmatic
 * Implementation of Non-Blocking Linked-Lists", 2001).
 *
 * @since 0.1.0
 */
public final class MaxMin {
  /*
   * ENDS. If a reset exchanged two fixed words one after the other, something would be lost. The
   * first record of an interval has to change both words. If the reset came between the two
   * changes, one end would be in one interval and the other end in the next, and neither would make
   * a range. So that first record creates the two words of the interval, both with its number, and
   * publishes them by one compare-and-set of the reference to them. From then on min <= max. max is
   * only raised and min only lowered, and no number is both above max and below min. So every later
   * record changes one word or none.
   *
   *     ends --> [ min = 3, max = 17 ]          record(20) raises max; record(5) writes nothing
   *
   *     reset:
   *     ends --> null     [ min = 3, max = 17 ]               no new record starts here
   *                       [ min = LEAST, max = GREATEST ]     sealed; the range was 3 to 17
   *
   * RESET. A reset removes the reference, so that no record or reader starts with these words any
   * more. Then it seals them: it exchanges max for the greatest number there is and min for the
   * least, and the old values are the range. A thread that read the reference before may extend the
   * words until they are sealed. Its record is in that range, as if it had come just before the
   * reset. After that, no number is above the seal of max or below the seal of min, so the thread
   * cannot write.
   *
   * A SEAL may also be a number that was recorded. Only in this case does a thread check whether
   * the words are still those of the current interval. If they are, they are not sealed, because
   * they are sealed only after they are replaced. If not, the thread starts again with the current
   * words.
   *
   * READERS of both ends read min, max, and min again. Until it is sealed, min is only lowered, and
   * the seal is lower still. So if both reads of min agree, min had that value while max was read,
   * and both ends are of that moment.
   *
   * ORDER. All reads are volatile, not acquire. A record that extends nothing ends on its reads
   * alone, and these must not pass what the thread wrote before, nor each other. On x86 a volatile
   * read is a plain move. The pause is as short as that of a status, because a few instructions lie
   * between the read and the compare-and-set.
   */

  private static final VarHandle ENDS =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "ends", VarHandle.class, MaxMin.class, Ends.class);

  private static final Backoff BACKOFF = new Backoff(500);
  private static final long SEALED_MAX = Long.MAX_VALUE;
  private static final long SEALED_MIN = Long.MIN_VALUE;

  /** Both ends of a range. */
  private static final class Ends {
    final PaddedAtomicLong min;
    final PaddedAtomicLong max;

    Ends(long first) {
      min = new PaddedAtomicLong(first);
      max = new PaddedAtomicLong(first);
    }
  }

  /**
   * The least and the greatest recorded number at one moment.
   *
   * @param min the least number
   * @param max the greatest number
   */
  public record Range(long min, long max) {
    /**
     * Creates a range of at least one number.
     *
     * @param min the least number
     * @param max the greatest number
     * @throws IllegalArgumentException if {@code min} is greater than {@code max}
     */
    public Range {
      if (min > max) {
        throw new IllegalArgumentException("min must be at most max, " + max + ", was " + min);
      }
    }
  }

  private volatile @Nullable Ends ends;

  /** Creates an empty range. */
  public MaxMin() {}

  /**
   * Extends the range to a number, if the number lies outside.
   *
   * @param value any number
   */
  public void record(long value) {
    int losses = 0;
    for (; ; ) {
      Ends now = ends;
      if (now == null) {
        if (casEnds(null, new Ends(value))) {
          return;
        }
      } else {
        long max = now.max.getVolatile();
        long min = now.min.getVolatile();
        if (value > max) {
          if (now.max.compareAndSet(max, value)) {
            return;
          }
        } else if (value < min) {
          if (now.min.compareAndSet(min, value)) {
            return;
          }
        } else if (isCurrent(now, min, max)) {
          return;
        } else {
          continue; // sealed, and no compare-and-set was lost, so no pause
        }
      }
      BACKOFF.pause(losses++);
    }
  }

  /**
   * Returns the greatest number.
   *
   * @return empty if nothing has been recorded
   */
  public OptionalLong max() {
    for (Ends now = ends; now != null; now = ends) {
      long max = now.max.getVolatile();
      if (max != SEALED_MAX || now == ends) {
        return OptionalLong.of(max);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Returns the least number.
   *
   * @return empty if nothing has been recorded
   */
  public OptionalLong min() {
    for (Ends now = ends; now != null; now = ends) {
      long min = now.min.getVolatile();
      if (min != SEALED_MIN || now == ends) {
        return OptionalLong.of(min);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Returns the least and the greatest number at one moment.
   *
   * @return empty if nothing has been recorded
   */
  public Optional<Range> range() {
    for (Ends now = ends; now != null; now = ends) {
      long min = now.min.getVolatile();
      long max = now.max.getVolatile();
      if (min == now.min.getVolatile() && isCurrent(now, min, max)) {
        return Optional.of(new Range(min, max));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the least and the greatest number, and starts again with none. Every record is in
   * exactly one result, even if several threads reset. A reset costs three atomic exchanges, and
   * the first record after it allocates.
   *
   * @return empty if nothing has been recorded
   */
  public Optional<Range> rangeThenReset() {
    StackRoom.require();
    Ends taken = getAndSetEnds(null);
    if (taken == null) {
      return Optional.empty();
    }
    long max = taken.max.getAndSet(SEALED_MAX);
    long min = taken.min.getAndSet(SEALED_MIN);
    return Optional.of(new Range(min, max));
  }

  /** Returns whether these values are recorded numbers, and not seals. */
  private boolean isCurrent(Ends now, long min, long max) {
    return (min != SEALED_MIN && max != SEALED_MAX) || now == ends;
  }

  private boolean casEnds(@Nullable Ends expected, Ends next) {
    return ENDS.compareAndSet(this, expected, next);
  }

  private @Nullable Ends getAndSetEnds(@Nullable Ends next) {
    return (Ends) ENDS.getAndSet(this, next);
  }

  /**
   * Returns the range, for a log line.
   *
   * @return for example {@code MaxMin[3 to 17]}, or {@code MaxMin[]} if nothing has been recorded
   */
  @Override
  public String toString() {
    return range().map(now -> "MaxMin[" + now.min() + " to " + now.max() + "]").orElse("MaxMin[]");
  }
}
