package io.latchless.benchmarks.workload;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Decides which operations of one thread are writes. With a share, exactly that share writes, in an
 * order shuffled once per thread: a decision costs one array read, and threads do not move in
 * lockstep. With a rate, updates fall due by time, however many reads run in between, or reads by
 * time, however many updates run in between. A subject too slow for the rate does nothing but the
 * operations that are due, as fast as it can.
 */
@State(Scope.Thread)
public class Mix {
  private static final int LENGTH = 4_000;

  /**
   * The operations between two reads of the clock; a divisor of the length. Reading the clock takes
   * about 30 ns, as long as a fast read.
   */
  private static final int OPERATIONS_TO_A_LOOK = 32;

  /** The percentage of operations that write, unless there is a rate. */
  @Param("10")
  public int writePercent;

  /** The updates per second of all threads together; 0 to use the share or the rate of reads. */
  @Param("0")
  public int updatesPerSecond;

  /** The reads per second of all threads together, which otherwise write; 0 for no such rate. */
  @Param("0")
  public int readsPerSecond;

  private final LongSupplier clock;

  /** The operations that write, or with a rate, those that read the clock first. */
  private final boolean[] marked = new boolean[LENGTH];

  private int turn;
  private boolean readsAreDue;
  private @Nullable UpdateSchedule schedule;

  /** Creates a mix that uses the system's clock. */
  public Mix() {
    this(System::nanoTime);
  }

  /** Creates a mix that uses another nanosecond clock. */
  Mix(LongSupplier clock) {
    this.clock = clock;
  }

  /** Shuffles the order, or starts the schedule. */
  @Setup
  public void prepare(ThreadParams thread) {
    readsAreDue = readsPerSecond > 0;
    int rate = readsAreDue ? readsPerSecond : updatesPerSecond;
    if (rate > 0) {
      schedule = UpdateSchedule.of(rate, thread.getThreadCount(), clock);
      Arrays.fill(marked, false);
      for (int i = OPERATIONS_TO_A_LOOK - 1; i < LENGTH; i += OPERATIONS_TO_A_LOOK) {
        marked[i] = true;
      }
    } else {
      shuffle(new Random(thread.getThreadIndex()));
    }
  }

  /** Resumes the schedule: time between iterations does not count. */
  @Setup(Level.Iteration)
  public void resume() {
    if (schedule != null) {
      schedule.resume();
    }
  }

  /**
   * Ends an iteration. Operations that a cold subject was too slow for are dropped, not made up by
   * the warm one.
   */
  @TearDown(Level.Iteration)
  public void pause(IterationParams iteration) {
    if (schedule != null) {
      if (iteration.getType() == IterationType.WARMUP) {
        schedule.forgetDebt();
      }
      schedule.pause();
    }
  }

  private void shuffle(Random random) {
    for (int i = 0; i < LENGTH; i++) {
      marked[i] = i < LENGTH * writePercent / 100;
    }
    for (int i = LENGTH - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      boolean swapped = marked[i];
      marked[i] = marked[other];
      marked[other] = swapped;
    }
  }

  /** Returns whether the next operation writes. */
  public boolean nextIsWrite() {
    turn = turn == LENGTH - 1 ? 0 : turn + 1;
    return (marked[turn] && (schedule == null || isDue(schedule))) != readsAreDue;
  }

  private boolean isDue(UpdateSchedule operations) {
    boolean due = operations.isDue();
    if (due) {
      // Check again before the next operation: another one may be due already.
      turn--;
    }
    return due;
  }
}
