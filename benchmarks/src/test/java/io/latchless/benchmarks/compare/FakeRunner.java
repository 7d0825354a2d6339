package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.results.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Simulates forks: a test plants their figures, and they take time on a clock of this class. */
final class FakeRunner implements ForkRunner, LongSupplier {
  final List<Fork> forks = new ArrayList<>();
  private final Random random = new Random(3);
  private final Function<Fork, Duration> cost;
  private final Function<Fork, Double> speed;
  private long now = Long.MAX_VALUE - 5;
  private boolean stopped;

  FakeRunner(Duration cost, Function<Fork, Double> speed) {
    this(fork -> cost, speed);
  }

  FakeRunner(Function<Fork, Duration> cost, Function<Fork, Double> speed) {
    this.cost = cost;
    this.speed = speed;
  }

  @Override
  public ForkOutcome run(Fork fork) {
    forks.add(fork);
    now += cost.apply(fork).toNanos();
    double figure = speed.apply(fork) * Math.exp(0.01 * random.nextGaussian());
    if (!(figure > 0)) {
      return new ForkOutcome.Failed("planted");
    }
    return fork.measure() == Measure.THROUGHPUT
        ? new ForkOutcome.Throughput(figure, fork.allocation() ? 16.0 : null, null)
        : new ForkOutcome.Sampled(
            new Latency(1e9 / figure, 1e9 / figure, 1e9 / figure, 2e9, 3e9, 4e9, 100));
  }

  @Override
  public void stop() {
    stopped = true;
  }

  boolean stopped() {
    return stopped;
  }

  /** Returns the time; starts close to the overflow that {@link System#nanoTime} may reach. */
  @Override
  public long getAsLong() {
    return now;
  }
}
