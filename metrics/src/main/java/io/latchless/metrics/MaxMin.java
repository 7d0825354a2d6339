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
 * <p>Most numbers extend nothing, and a record of such a number writes nothing: threads that record
 * then do not disturb each other at all.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, recording, reading and resetting
 *   <tr><th scope="row">Progress<td>{@code rangeThenReset}: wait-free where the processor has an atomic
 *       exchange; all others: lock-free. {@code record} tries again only if another thread has just extended
 *       the range, or reset it, and pauses a bounded time if it has lost a compare-and-set, see {@link
 *       Backoff}; readers try again only if the range has just been extended or reset
 *   <tr><th scope="row">Linearizable<td>yes, every operation: a range is one that was, its ends of one moment,
 *       and every record is in the range of exactly one reset, or still to come
 *   <tr><th scope="row">Happens-before<td>what a thread did before a record that extended the range happens
 *       before what another does after it has read that extension, or a later one of the same end; all
 *       operations have volatile semantics
 *   <tr><th scope="row">Allocation<td>about 600 bytes by the first record ever and by the first after a reset;
 *       what readers return; otherwise none
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Memory<td>16 bytes, and about 600 more from the first record on, each end of the range
 *       on cache lines of its own
 *   <tr><th scope="row">Empty means<td>nothing has been recorded, since the last reset if there was one
 * </table>
 *
 * <p>Source: a compare-and-set loop for each end; the two ends of an interval are one object that a
 * reset replaces and then seals, as Harris marks a node before he unlinks it ("A Pragmatic
 * Implementation of Non-Blocking Linked-Lists", 2001).
 */
public final class MaxMin {
  /*
   * Two words that a reset exchanges one after the other would lose something: the first record of
   * an interval has to change both, and if the reset comes between the two, one of the ends is in
   * one interval and the other in the next, where neither makes a range. So the words of an
   * interval begin with that first record, both with its number, and are published by one
   * compare-and-set of the reference to them. Since then min <= max, and stays so: max is only
   * raised, min only lowered, and no number is above max and below min, so every later record
   * changes one word or none.
   *
   * A reset takes the reference away, from when on no record or reader begins with these words,
   * and then seals them: it exchanges max for the greatest number there is and min for the least,
   * and what it gets is the range. Whoever had the words before may still extend them until they
   * are sealed, and is in that range, as if it had been just before the reset. Later it finds
   * nothing above the seal of max and nothing below the seal of min, so it cannot write any more.
   * A seal may also be a number that was recorded: then, and only then, whoever has read it looks
   * whether the words are still those of the current interval. If so they are not sealed, since
   * they were sealed after they were replaced; if not, it begins again with those that are
   * current.
   *
   * A reader of both ends reads min, max, and min again. Until it is sealed min is only lowered,
   * and the seal is lower still, so if it is the same twice, it was that while max was read, and
   * both are of that moment.
   *
   * All reads are volatile and not acquire: a record that extends nothing ends on the strength of
   * its reads alone, and these must not pass what the thread wrote before, nor each other. On x86
   * that is a plain move. The pause is as short as that of a status: between read and
   * compare-and-set lie a few instructions.
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
   * The least and the greatest of what was recorded, at one moment.
   *
   * @param min the least
   * @param max the greatest
   */
  public record Range(long min, long max) {
    /**
     * A range of at least one number.
     *
     * @param min the least
     * @param max the greatest
     * @throws IllegalArgumentException if {@code min} is greater than {@code max}
     */
    public Range {
      if (min > max) {
        throw new IllegalArgumentException("min must be at most max, " + max + ", was " + min);
      }
    }
  }

  private volatile @Nullable Ends ends;

  /** Nothing recorded yet. */
  public MaxMin() {}

  /**
   * Extends the range to a number, if it is outside.
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
          continue; // sealed: nothing was lost to another record
        }
      }
      BACKOFF.pause(losses++);
    }
  }

  /**
   * The greatest number of all.
   *
   * @return it, or empty if nothing has been recorded
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
   * The least number of all.
   *
   * @return it, or empty if nothing has been recorded
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
   * The least and the greatest number at one moment.
   *
   * @return both, or empty if nothing has been recorded
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
   * The least and the greatest number, and starts again with none. Every record is in exactly one
   * result, whoever resets. It costs three atomic exchanges, and the first record after it
   * allocates.
   *
   * @return both, or empty if nothing has been recorded
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

  /** Whether what was read of these ends are numbers that were recorded, and not seals. */
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
   * The range for a log line.
   *
   * @return for example {@code MaxMin[3 to 17]}, or {@code MaxMin[]} if nothing has been recorded
   */
  @Override
  public String toString() {
    return range().map(now -> "MaxMin[" + now.min() + " to " + now.max() + "]").orElse("MaxMin[]");
  }
}
