package io.latchless.benchmarks.averages;

import com.codahale.metrics.Meter;
import io.latchless.metrics.DecayingMean;
import io.latchless.metrics.DecayingRate;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Creates means and rates that decay by time from their names in the contests. */
public final class Decays {
  static final String OUR_MEAN = "DecayingMean";
  static final String OUR_RATE = "DecayingRate";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";

  /** Has another meaning: see {@link DropwizardRate}. */
  static final String DROPWIZARD = "Dropwizard Meter";

  /** The names of all means, ours first. */
  public static final List<String> MEANS = List.of(OUR_MEAN, SYNCHRONIZED, LOCK);

  /** The names of all rates with the same meaning, ours first. */
  public static final List<String> RATES = List.of(OUR_RATE, SYNCHRONIZED, LOCK);

  private Decays() {}

  /** Creates a mean without samples. */
  public static Average mean(String name, Duration halfLife, LongSupplier nanoClock) {
    return name.equals(OUR_MEAN)
        ? new LatchlessMean(new DecayingMean(halfLife, nanoClock))
        : mutex(name, halfLife, nanoClock);
  }

  /** Creates a rate without events. */
  public static Rate rate(String name, Duration halfLife, LongSupplier nanoClock) {
    return switch (name) {
      case OUR_RATE -> new LatchlessRate(new DecayingRate(halfLife, nanoClock));
      case DROPWIZARD -> new DropwizardRate(new Meter());
      default -> mutex(name, halfLife, nanoClock);
    };
  }

  private static MutexDecay mutex(String name, Duration halfLife, LongSupplier nanoClock) {
    return switch (name) {
      case SYNCHRONIZED -> new SynchronizedDecay(halfLife, nanoClock);
      case LOCK -> new LockDecay(halfLife, nanoClock);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
