package io.latchless.benchmarks.averages;

import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts events in one rate that decays by time. */
@State(Scope.Benchmark)
public class DecayingRateUse {
  private static final Duration HALF_LIFE = Duration.ofMinutes(1);

  @Param({Decays.OUR_RATE, Decays.SYNCHRONIZED, Decays.LOCK, Decays.DROPWIZARD})
  public String subject;

  private Rate rate;

  @Setup
  public void create() {
    rate = rate(subject);
  }

  private static Rate rate(String subject) {
    return Decays.rate(subject, HALF_LIFE, System::nanoTime);
  }

  static Object structure(String subject) {
    Rate rate = rate(subject);
    if (rate instanceof LatchlessRate ours) {
      return ours.rate();
    }
    return rate instanceof DropwizardRate peer ? peer.meter() : rate;
  }

  @Benchmark
  public void mark() {
    rate.mark();
  }
}
