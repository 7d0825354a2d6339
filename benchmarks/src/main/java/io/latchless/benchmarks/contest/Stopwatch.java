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
 */
@State(Scope.Thread)
public class Stopwatch {
  /** System property that names the directory for the histograms, one file a thread. */
  public static final String DIRECTORY = "latchless.stopwatch.directory";

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

  private final Histogram histogram = new Histogram(1, LONGEST, 3);
  private boolean warmedUp;

  /** Forgets what the warm-up recorded. */
  @Setup(Level.Iteration)
  public void forgetWarmup(IterationParams iteration) {
    if (iteration.getType() == IterationType.WARMUP) {
      warmedUp = false;
    } else if (!warmedUp) {
      warmedUp = true;
      histogram.reset();
    }
  }

  /** The time now, for {@link #stop}. */
  public long start() {
    return System.nanoTime();
  }

  /** Records the time since {@code start}. */
  public void stop(long start) {
    histogram.recordValue(Math.min(System.nanoTime() - start, LONGEST));
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
