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
 * <p>Every time includes what {@link System#nanoTime} itself takes, some 20 ns, for every subject
 * alike: a ratio of two short times is nearer to 1 than the operations are.
 *
 * <p>To time an operation costs more than a short operation, and would give every thread something
 * to do between two of them: what was meant to be a saturated loop would not be one. So if the
 * warm-up shows operations to be short, only some are timed, at random, one of about sixteen.
 */
@State(Scope.Thread)
public class Stopwatch {
  /** System property that names the directory for the histograms, one file a thread. */
  public static final String DIRECTORY = "latchless.stopwatch.directory";

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

  /** Operations that take this long on average are not disturbed by being timed. */
  private static final double LONG_ENOUGH_NANOS = 2_000;

  /** Twice the mean; a power of two. */
  private static final int LONGEST_GAP = 32;

  private static final long NOT_TIMED = Long.MIN_VALUE;

  private final Histogram histogram = new Histogram(1, LONGEST, 3);
  private boolean warmedUp;
  private boolean some;
  private int gap;
  private int random = 0x9E3779B9;

  /** Forgets what the warm-up recorded, but for how long an operation takes. */
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

  /** The time now, or that this operation is not timed; for {@link #stop}. */
  public long start() {
    if (some && gap-- > 0) {
      return NOT_TIMED;
    }
    gap = nextGap();
    return System.nanoTime();
  }

  /** Not a constant, or of two operations that take turns only one would ever be timed. */
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
   * Leaves the histogram where the engine looks for it; does nothing if JMH was called by hand.
   *
   * @throws IOException if it cannot be written, which fails the fork
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
