package io.latchless.stress.soak;

import io.latchless.stress.subjects.MeanSubject;
import io.latchless.stress.subjects.RateSubject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** The values of decaying figures under a manually advanced clock. */
public final class DecayChecks {
  private static final Duration HALF_LIFE = Duration.ofSeconds(42);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private DecayChecks() {}

  /**
   * Checks the rate of ten events a second after the first second, and its decay after an idle
   * hour.
   */
  public static List<String> rate(BiFunction<Duration, LongSupplier, RateSubject> maker) {
    Findings findings = new Findings();
    AtomicLong clock = new AtomicLong();
    RateSubject rate = maker.apply(HALF_LIFE, clock::get);
    for (int i = 0; i < 10; i++) {
      clock.addAndGet(SECOND / 20);
      rate.mark();
      clock.addAndGet(SECOND / 20);
    }
    double first = rate.perSecond();
    findings.require(
        Math.abs(first - 10) < 0.1, "ten events a second gave %s after a second", first);
    clock.addAndGet(3_600 * SECOND);
    double idle = rate.perSecond();
    findings.require(idle < 1e-9, "an idle hour gave %s", idle);
    return findings.list();
  }

  /** Checks that the mean of equal samples stays that sample, however long it is idle. */
  public static List<String> mean(BiFunction<Duration, LongSupplier, MeanSubject> maker) {
    Findings findings = new Findings();
    AtomicLong clock = new AtomicLong();
    MeanSubject mean = maker.apply(HALF_LIFE, clock::get);
    for (long idleHours = 1; idleHours < 1_000; idleHours *= 2) {
      mean.record(5);
      clock.addAndGet(idleHours * 3_600 * SECOND);
      double seen = mean.mean();
      findings.require(
          Math.abs(seen - 5) < 1e-9, "a mean of fives was %s after %d idle hours", seen, idleHours);
    }
    return findings.list();
  }
}
