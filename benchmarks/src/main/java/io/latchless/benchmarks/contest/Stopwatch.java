package io.latchless.benchmarks.contest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Times single operations of one thread, in nanoseconds. A benchmark's timed twin takes one as its
 * argument and calls {@link #start} and {@link #stop} around the bare operation.
 *
 * <p>Every time includes the duration of {@link System#nanoTime} itself, some 20 ns, for every
 * subject alike. A ratio of two short times is therefore closer to 1 than the true ratio.
 *
 * <p>Timing an operation takes longer than a short operation itself, and would give every thread
 * other work between two operations: a saturated loop would no longer be saturated. If the warm-up
 * shows that operations are short, only one of about sixteen is timed, at random.
 */
@State(Scope.Thread)
public class Stopwatch {
  /** The system property that names the directory for the histograms, one file per thread. */
  public static final String DIRECTORY = "latchless.stopwatch.directory";

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

  /** Operations of at least this average duration are not disturbed by timing. */
  private static final double LONG_ENOUGH_NANOS = 2_000;

  /** Twice the mean; a power of two. */
  private static final int LONGEST_GAP = 32;

  private static final long NOT_TIMED = Long.MIN_VALUE;

  private final Histogram histogram = new Histogram(1, LONGEST, 3);
  private boolean warmedUp;
  private boolean some;
  private int gap;
  private int random = 0x9E3779B9;

  /** Drops the records of the warm-up, but keeps how long an operation takes. */
  @Setup(Level.Iteration)
  public void forgetWarmup(IterationParams iteration) {
    if (iteration.getType() == IterationType.WARMUP) {
      warmedUp = false;
    } else if (!warmedUp) {
      warmedUp = true;
      some = histogram.getTotalCount() > 0 && histogram.getMean() < LONG_ENOUGH_NANOS;
      histogram.reset();
    }
  }

  /** Returns the current time, or a mark that this operation is not timed; for {@link #stop}. */
  public long start() {
    if (some && gap-- > 0) {
      return NOT_TIMED;
    }
    gap = nextGap();
    return System.nanoTime();
  }

  /**
   * Returns a random gap. With a constant one, only one of two alternating operations would ever be
   * timed.
   */
  private int nextGap() {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return random & (LONGEST_GAP - 1);
  }

  /** Records the time since {@code start}, unless this operation is not timed. */
  public void stop(long start) {
    if (isTimed(start)) {
      record(System.nanoTime() - start);
    }
  }

  void record(long nanos) {
    histogram.recordValue(Math.min(nanos, LONGEST));
  }

  static boolean isTimed(long start) {
    return start != NOT_TIMED;
  }

  /**
   * Writes the histogram to the engine's directory; does nothing if JMH was called by hand.
   *
   * @throws IOException if the histogram cannot be written, which fails the fork
   */
  @TearDown(Level.Trial)
  public void save(ThreadParams thread) throws IOException {
    String directory = System.getProperty(DIRECTORY);
    if (directory != null) {
      ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
      histogram.encodeIntoByteBuffer(bytes);
      byte[] written = new byte[bytes.flip().remaining()];
      bytes.get(written);
      Files.write(Path.of(directory, thread.getThreadIndex() + ".histogram"), written);
    }
  }
}
