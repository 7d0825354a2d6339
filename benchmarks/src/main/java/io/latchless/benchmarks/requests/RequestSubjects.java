package io.latchless.benchmarks.requests;

import io.latchless.metrics.RequestMetrics;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Creates request metrics from their names in the contests. */
public final class RequestSubjects {
  static final String OURS = "RequestMetrics";
  static final String UNDISTURBED = "RequestMetrics undisturbed";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";
  static final String ADDERS = "LongAdders";
  static final String FIVE_ADDERS = "five LongAdders";
  static final String DROPWIZARD = "Dropwizard";
  static final String MICROMETER = "Micrometer";

  /** The names of all metrics, ours first. */
  public static final List<String> NAMES =
      List.of(OURS, SYNCHRONIZED, LOCK, ADDERS, FIVE_ADDERS, DROPWIZARD, MICROMETER);

  /** The names of all metrics that support every figure, ours first. */
  public static final List<String> FULL = List.of(OURS, SYNCHRONIZED, LOCK, DROPWIZARD, MICROMETER);

  /** The names of all metrics with consistent figures, ours first. */
  public static final List<String> CONSISTENT = List.of(OURS, SYNCHRONIZED, LOCK);

  static final Duration HALF_LIFE = Duration.ofMinutes(1);

  private RequestSubjects() {}

  /**
   * Creates metrics without requests.
   *
   * @param everything whether to include decaying figures and a histogram
   * @param nanoClock the clock, for metrics that accept one
   */
  public static Requests create(String name, boolean everything, LongSupplier nanoClock) {
    @Nullable LongSupplier clockOfLate = everything ? nanoClock : null;
    return switch (name) {
      case OURS, UNDISTURBED ->
          new LatchlessRequests(everything ? full(nanoClock) : new RequestMetrics());
      case SYNCHRONIZED -> new SynchronizedRequests(clockOfLate);
      case LOCK -> new LockRequests(clockOfLate);
      case ADDERS -> new AdderRequests();
      case FIVE_ADDERS -> new FiveAdderRequests();
      case DROPWIZARD -> new DropwizardRequests();
      case MICROMETER -> new MicrometerRequests(everything);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static RequestMetrics full(LongSupplier nanoClock) {
    return RequestMetrics.builder().decaying(HALF_LIFE).histogram().nanoClock(nanoClock).build();
  }
}
