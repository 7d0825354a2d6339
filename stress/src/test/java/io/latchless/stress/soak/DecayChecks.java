package io.latchless.stress.soak;

import io.latchless.stress.subjects.MeanSubject;
import io.latchless.stress.subjects.RateSubject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** What decaying figures must say, by a clock that is moved by hand. */
public final class DecayChecks {
  private static final Duration HALF_LIFE = Duration.ofSeconds(42);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private DecayChecks() {}

  /** Ten events a second are a rate of ten, after the first second and after an idle hour. */
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
    findings.require(Math.abs(first - 10) < 0.1, "ten a second were %s after a second", first);
    clock.addAndGet(3_600 * SECOND);
    double idle = rate.perSecond();
    findings.require(idle < 1e-9, "nothing for an hour was %s", idle);
    return findings.list();
  }

  /** A mean of equal samples is that sample, however long nobody has recorded another. */
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
