package io.latchless.benchmarks.averages;

import io.latchless.benchmarks.workload.SampleLatencies;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records latencies in one mean that decays by time. */
@State(Scope.Benchmark)
public class DecayingMeanUse {
  private static final Duration HALF_LIFE = Duration.ofMinutes(1);

  @Param({Decays.OUR_MEAN, Decays.SYNCHRONIZED, Decays.LOCK})
  public String subject;

  private Average mean;

  @Setup
  public void create() {
    mean = mean(subject);
  }

  private static Average mean(String subject) {
    return Decays.mean(subject, HALF_LIFE, System::nanoTime);
  }

  static Object structure(String subject) {
    Average mean = mean(subject);
    return mean instanceof LatchlessMean ours ? ours.mean() : mean;
  }

  @Benchmark
  public void record(SampleLatencies latencies) {
    mean.record((double) latencies.next());
  }
}
