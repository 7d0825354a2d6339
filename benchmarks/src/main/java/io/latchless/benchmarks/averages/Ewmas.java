package io.latchless.benchmarks.averages;

import io.latchless.metrics.Ewma;
import java.util.List;

/** Creates averages by sample from their names in the contests. */
public final class Ewmas {
  static final String OURS = "Ewma";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";
  static final String NAIVE_CAS = "naive CAS";

  /** Has another meaning: see {@link DropwizardEwma}. */
  static final String DROPWIZARD = "Dropwizard EWMA";

  /** The names of all averages with the same meaning, ours first. */
  public static final List<String> NAMES = List.of(OURS, SYNCHRONIZED, LOCK, NAIVE_CAS);

  private Ewmas() {}

  /** Creates an average without samples. */
  public static Average create(String name, double alpha) {
    return switch (name) {
      case OURS -> new LatchlessEwma(new Ewma(alpha));
      case SYNCHRONIZED -> new SynchronizedEwma(alpha);
      case LOCK -> new LockEwma(alpha);
      case NAIVE_CAS -> new NaiveCasEwma(alpha);
      case DROPWIZARD -> new DropwizardEwma(alpha);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
