package io.latchless.stress.subjects;

import io.latchless.metrics.DecayingRate;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A decaying rate of events a second: the library's or a rogue. */
public interface RateSubject {
  void mark();

  double perSecond();

  /** Creates the library's rate. */
  static RateSubject of(Duration halfLife, LongSupplier nanoClock) {
    DecayingRate rate = new DecayingRate(halfLife, nanoClock);
    return new RateSubject() {
      @Override
      public void mark() {
        rate.mark();
      }

      @Override
      public double perSecond() {
        return rate.perSecond();
      }
    };
  }
}
