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
 * Which operations of one thread are writes. Either an exact share, in an order that is shuffled
 * once per thread, so that choosing costs one read of an array and threads do not march in step; or
 * as many as a rate makes due, however many operations there are in between. Whoever is so slow
 * that more become due than it can make does nothing but write, and makes as many as it can.
 */
@State(Scope.Thread)
public class Mix {
  private static final int LENGTH = 4_000;

  /** A divisor of the length. A look at the clock takes about 30 ns, as long as a fast read. */
  private static final int OPERATIONS_TO_A_LOOK = 32;

  /** How many operations of a hundred write, unless there is a rate. */
  @Param("10")
  public int writePercent;

  /** How many updates all threads together make in a second; 0 to go by the share. */
  @Param("0")
  public int updatesPerSecond;

  private final LongSupplier clock;

  /** Operations that write; or, with a schedule, before which it is looked at. */
  private final boolean[] marked = new boolean[LENGTH];

  private int turn;
  private @Nullable UpdateSchedule schedule;

  /** By the time of the system. */
  public Mix() {
    this(System::nanoTime);
  }

  /** By another clock, of nanoseconds. */
  Mix(LongSupplier clock) {
    this.clock = clock;
  }

  /** Shuffles the order, or begins the schedule. */
  @Setup
  public void prepare(ThreadParams thread) {
    if (updatesPerSecond > 0) {
      schedule = UpdateSchedule.of(updatesPerSecond, thread.getThreadCount(), clock);
      Arrays.fill(marked, false);
      for (int i = OPERATIONS_TO_A_LOOK - 1; i < LENGTH; i += OPERATIONS_TO_A_LOOK) {
        marked[i] = true;
      }
    } else {
      shuffle(new Random(thread.getThreadIndex()));
    }
  }

  /** Lets time count again: none of it did since the last iteration. */
  @Setup(Level.Iteration)
  public void resume() {
    if (schedule != null) {
      schedule.resume();
    }
  }

  /** Ends an iteration. What a cold subject was too slow for is not for the warm one to make up. */
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

  /** Whether the next operation writes. */
  public boolean nextIsWrite() {
    turn = turn == LENGTH - 1 ? 0 : turn + 1;
    return marked[turn] && (schedule == null || isDue(schedule));
  }

  private boolean isDue(UpdateSchedule updates) {
    boolean due = updates.isDue();
    if (due) {
      // The next operation is to look again: another may be due already.
      turn--;
    }
    return due;
  }
}
