package io.latchless.metrics;

import static io.latchless.primitives.internal.Arguments.requireNotNegative;
import static java.util.Objects.requireNonNull;

import io.latchless.metrics.Decay.Decayed;
import io.latchless.primitives.Backoff;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts, bytes and latencies of a server's requests, in figures that add up at any moment.
 *
 * <pre>{@code
 * RequestMetrics requests = RequestMetrics.builder().decaying(Duration.ofMinutes(1)).build();
 * ...
 * requests.recordStatus(response.status(), response.length(), System.nanoTime() - began);
 * ...
 * RequestSnapshot now = requests.snapshot();   // requests() == successes() + failures()
 * log.info("{}", requests.interval());         // the requests since the last call
 * }</pre>
 *
 * <p>A snapshot contains each record entirely or not at all: no request without its bytes, no
 * latency without its request. This holds even if a thread's stack overflows within a record.
 * Snapshots neither stop recording threads nor wait for them.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code record} is lock-free: a thread that stops anywhere stops
 *       no other. {@code snapshot} is wait-free: it retries at most twice for each thread that is
 *       recording just then. {@code interval} is lock-free: after a lost compare-and-set it pauses
 *       for a bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>no: of two records made during a snapshot, the snapshot may
 *       contain the later one without the earlier one, even if one thread made both. The figures
 *       that one thread sees never shrink
 *   <tr><th scope="row">Happens-before<td>actions before a record happen before actions after
 *       another thread gets a snapshot that contains it
 *   <tr><th scope="row">Allocation<td>{@code record}: none, once as many threads have recorded at
 *       the same time before; {@code snapshot}: some small objects, and the buckets if there is a
 *       histogram
 *   <tr><th scope="row">Complexity<td>{@code record}: constant; {@code snapshot}: linear in the
 *       stripes, and in the buckets of all stripes if there is a histogram
 *   <tr><th scope="row">Memory<td>about 740 bytes to begin with, and 380 for every further stripe;
 *       each has 48 more for decaying figures, and eight for each bucket of a histogram, of which
 *       there is one more copy. Up to eight stripes per processor, more only if more threads were
 *       stopped inside
 * </table>
 *
 * @since 0.1.0
 */
public final class RequestMetrics {
  /*
   * A record claims a stripe, adds itself to the stripe's fields, and publishes them all at once;
   * see Stripe. Each record is one change of one stripe, so the number of requests needs no field:
   * it is the number of changes. Snapshots are sums over stripes.
   *
   * The histogram has too many buckets to hold two copies, so they form the spill of a stripe. A
   * record's effect on the spill is held in two of its fields: which bucket, and its new count.
   * Readers of these fields take the count from there, both before and after the writer has stored
   * it in the spill. These fields of the second copy never change, so readers of that copy find a
   * spill without it. A record's count and its bucket therefore appear by the same store of the
   * version.
   */

  private static final int FAILURES = 0;
  private static final int BYTES = 1;

  /**
   * The sum of latencies in nanoseconds, modulo 2^63: a million requests per second, each of one
   * second, reach that in less than three hours.
   */
  private static final int LATENCY = 2;

  /** How often {@link #LATENCY} has exceeded 2^63. */
  private static final int LATENCY_CARRY = 3;

  private static final int MIN = 4;
  private static final int MAX = 5;
  private static final int FIXED = 6;

  private static final int BUCKET = 0;
  private static final int BUCKET_COUNT = 1;
  private static final int BUCKET_FIELDS = 2;
  private static final long NO_BUCKET = -1;

  private static final Duration CARRY = Duration.ofNanos(Long.MAX_VALUE).plusNanos(1);

  /** Fewer carries than this, and any number of nanoseconds, fit into a {@link Duration}. */
  private static final long TOO_MANY_CARRIES = 1_000_000_000;

  /** The longest possible duration. */
  static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private static final Backoff BACKOFF = new Backoff();

  private final OutcomeClassifier classifier;
  private final @Nullable Decay decay;
  private final @Nullable Buckets buckets;
  private final LongSupplier elapsed;
  private final int bucketAt;
  private final int spillFrom;
  private final Stripes stripes;
  private final AtomicReference<RequestSnapshot> lastInterval;

  private RequestMetrics(Builder builder) {
    classifier = builder.classifier;
    LongSupplier nanoClock = builder.nanoClock;
    elapsed = nanoClock == null ? SteadyClock.ofSystem() : new SteadyClock(nanoClock);
    buckets = builder.buckets;
    Duration halfLife = builder.halfLife;
    decay = halfLife == null ? null : new Decay(halfLife, elapsed);
    bucketAt = FIXED + (decay == null ? 0 : Decay.FIELDS);
    long[] initial = new long[bucketAt + (buckets == null ? 0 : BUCKET_FIELDS)];
    initial[MIN] = Long.MAX_VALUE;
    if (buckets != null) {
      initial[bucketAt + BUCKET] = NO_BUCKET;
    }
    stripes = new Stripes(initial, buckets == null ? 0 : buckets.count());
    spillFrom = Stripe.firstCell(initial.length);
    lastInterval = new AtomicReference<>(snapshot());
  }

  /**
   * Creates metrics of counts, bytes and latencies, without a histogram and without decaying
   * figures.
   */
  public RequestMetrics() {
    this(builder());
  }

  /**
   * Creates a builder of metrics with more than the plain figures.
   *
   * @return a builder set to the metrics that the constructor creates
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Records a request by the status that its protocol gave it.
   *
   * @param status the status that the classifier decides about: by default an HTTP status
   * @param bytes how many bytes the request transferred, at least 0
   * @param nanos how long it took, in nanoseconds, at least 0
   * @throws IllegalArgumentException if {@code bytes} or {@code nanos} is negative; nothing is
   *     recorded
   */
  public void recordStatus(int status, long bytes, long nanos) {
    record(requireNonNull(classifier.classify(status), "outcome"), bytes, nanos);
  }

  /**
   * Records a request.
   *
   * @param outcome how it ended; {@link Outcome#INTERIM} records nothing
   * @param bytes how many bytes the request transferred, at least 0; their sum stays at
   *     2<sup>63</sup>-1 once it is there
   * @param nanos how long it took, in nanoseconds, at least 0
   * @throws IllegalArgumentException if {@code bytes} or {@code nanos} is negative; nothing is
   *     recorded
   */
  public void record(Outcome outcome, long bytes, long nanos) {
    requireNonNull(outcome, "outcome");
    requireNotNegative(bytes, "bytes");
    requireNotNegative(nanos, "nanos");
    if (outcome == Outcome.INTERIM) {
      return;
    }
    long now = decay == null ? 0 : decay.now();
    long[] stripe = stripes.claim();
    try {
      long claimed = Stripe.begin(stripe);
      boolean isRare = addRare(stripe, outcome == Outcome.FAILURE, nanos);
      long byteSum = Stripe.get(stripe, BYTES) + bytes;
      Stripe.setOpaque(stripe, BYTES, byteSum < 0 ? Long.MAX_VALUE : byteSum);
      Stripe.setOpaque(stripe, LATENCY, (Stripe.get(stripe, LATENCY) + nanos) & Long.MAX_VALUE);
      if (decay != null) {
        decay.add(stripe, FIXED, now, 1, (double) nanos);
      }
      int bucket = buckets == null ? 0 : buckets.indexOf(nanos);
      if (buckets != null) {
        Stripe.setOpaque(stripe, bucketAt + BUCKET, bucket);
        Stripe.setOpaque(
            stripe, bucketAt + BUCKET_COUNT, Stripe.getCell(stripe, spillFrom + bucket) + 1);
      }

      Stripe.publishRelease(stripe, claimed);
      Stripe.mirrorOpaque(stripe, BYTES);
      Stripe.mirrorOpaque(stripe, LATENCY);
      if (isRare) {
        mirrorRare(stripe);
      }
      if (decay != null) {
        decay.mirror(stripe, FIXED);
      }
      if (buckets != null) {
        Stripe.setCellOpaque(
            stripe, spillFrom + bucket, Stripe.get(stripe, bucketAt + BUCKET_COUNT));
      }
      Stripe.endRelease(stripe, claimed);
    } catch (Throwable failure) { // see Stripes.claim
      Stripe.failed = 1;
      stripe[Stripe.ABANDONED] = Stripe.failed;
      throw failure;
    }
  }

  /** Updates the fields that few records change. Returns whether this record changes one. */
  private static boolean addRare(long[] stripe, boolean isFailure, long nanos) {
    boolean isRare = false;
    if (isFailure) {
      Stripe.setOpaque(stripe, FAILURES, Stripe.get(stripe, FAILURES) + 1);
      isRare = true;
    }
    if (Stripe.get(stripe, LATENCY) + nanos < 0) {
      Stripe.setOpaque(stripe, LATENCY_CARRY, Stripe.get(stripe, LATENCY_CARRY) + 1);
      isRare = true;
    }
    if (nanos < Stripe.get(stripe, MIN)) {
      Stripe.setOpaque(stripe, MIN, nanos);
      isRare = true;
    }
    if (nanos > Stripe.get(stripe, MAX)) {
      Stripe.setOpaque(stripe, MAX, nanos);
      isRare = true;
    }
    return isRare;
  }

  private static void mirrorRare(long[] stripe) {
    Stripe.mirrorOpaque(stripe, FAILURES);
    Stripe.mirrorOpaque(stripe, LATENCY_CARRY);
    Stripe.mirrorOpaque(stripe, MIN);
    Stripe.mirrorOpaque(stripe, MAX);
  }

  /**
   * Returns all that has been recorded so far.
   *
   * @return figures that belong together
   */
  public RequestSnapshot snapshot() {
    return snapshot(Duration.ZERO);
  }

  private RequestSnapshot snapshot(Duration leastAge) {
    Total total = new Total();
    stripes.readAll(total::add);
    return total.snapshot(leastAge);
  }

  /**
   * Returns the records since the previous call by any thread. The first call begins with the
   * construction. Each record is in exactly one interval. For other intervals, keep a snapshot and
   * create a {@link RequestInterval} from it and the next one.
   *
   * @return the interval from the snapshot that ended the previous one to a new snapshot
   */
  public RequestInterval interval() {
    int losses = 0;
    for (; ; ) {
      RequestSnapshot before = requireNonNull(lastInterval.get());
      RequestSnapshot now = snapshot(before.age());
      RequestInterval interval = new RequestInterval(before, now);
      if (lastInterval.compareAndSet(before, now)) {
        return interval;
      }
      BACKOFF.pause(losses++);
    }
  }

  /** Returns the stripes, for tests. */
  Stripes stripes() {
    return stripes;
  }

  /**
   * Returns a snapshot, for a log line.
   *
   * @return as {@link RequestSnapshot#toString}
   */
  @Override
  public String toString() {
    return snapshot().toString();
  }

  /** The sum of the stripes read so far. Confined to one thread. */
  private final class Total {
    private long requests;
    private long failures;
    private long bytes;
    private long latency;
    private long latencyCarries;
    private long min = Long.MAX_VALUE;
    private long max;
    private Decayed decayed = Decay.NOTHING;
    private final long[] counts = new long[buckets == null ? 0 : buckets.count()];

    void add(long changes, long[] words) {
      requests += changes;
      failures += words[FAILURES];
      bytes += words[BYTES];
      bytes = bytes < 0 ? Long.MAX_VALUE : bytes;
      long latencies = latency + words[LATENCY];
      latencyCarries += words[LATENCY_CARRY] + (latencies < 0 ? 1 : 0);
      latency = latencies & Long.MAX_VALUE;
      min = Math.min(min, words[MIN]);
      max = Math.max(max, words[MAX]);
      if (decay != null) {
        decayed = decay.plus(decayed, words, FIXED);
      }
      if (buckets != null) {
        int spill = bucketAt + BUCKET_FIELDS;
        long latest = words[bucketAt + BUCKET];
        if (latest != NO_BUCKET) {
          words[spill + (int) latest] = words[bucketAt + BUCKET_COUNT];
        }
        for (int i = 0; i < counts.length; i++) {
          counts[i] += words[spill + i];
        }
      }
    }

    private Duration totalLatency() {
      return latencyCarries < TOO_MANY_CARRIES
          ? CARRY.multipliedBy(latencyCarries).plusNanos(latency)
          : LONGEST;
    }

    RequestSnapshot snapshot(Duration leastAge) {
      Duration age = Duration.ofNanos(elapsed.getAsLong());
      return new RequestSnapshot(
          age.compareTo(leastAge) < 0 ? leastAge : age,
          requests - failures,
          failures,
          bytes,
          totalLatency(),
          requests == 0 ? 0 : min,
          max,
          decayed.mean(),
          decay == null ? Double.NaN : decay.perSecond(decayed, decay.now()),
          buckets == null ? null : new HistogramSnapshot(buckets, counts));
    }
  }

  /** Builds metrics. Not thread-safe. */
  public static final class Builder {
    private OutcomeClassifier classifier = OutcomeClassifier.http();
    private @Nullable LongSupplier nanoClock;
    private @Nullable Duration halfLife;
    private @Nullable Buckets buckets;

    private Builder() {}

    /**
     * Sets the classifier, instead of {@link OutcomeClassifier#http}.
     *
     * @param classifier decides about the statuses given to {@link RequestMetrics#recordStatus}
     * @return this builder
     */
    public Builder classifier(OutcomeClassifier classifier) {
      this.classifier = requireNonNull(classifier, "classifier");
      return this;
    }

    /**
     * Sets a clock, instead of {@link System#nanoTime}.
     *
     * @param nanoClock counts nanoseconds from any origin; may wrap around; if it is set back, that
     *     counts as no time. Threads call it when they take a snapshot, and when they record if
     *     there are decaying figures, before they claim anything. If it throws, the exception is
     *     passed on, nothing is recorded, and no interval ends
     * @return this builder
     */
    public Builder nanoClock(LongSupplier nanoClock) {
      this.nanoClock = requireNonNull(nanoClock, "nanoClock");
      return this;
    }

    /**
     * Adds a mean latency and a rate of requests in which older requests count for less, see {@link
     * DecayingMean} and {@link DecayingRate}. Each record then reads the clock.
     *
     * @param halfLife the time after which a request counts for half as much
     * @return this builder
     * @throws IllegalArgumentException if {@code halfLife} is not positive, or more than 100 years
     */
    public Builder decaying(Duration halfLife) {
      this.halfLife = Decay.requireHalfLife(halfLife);
      return this;
    }

    /**
     * Adds a histogram of latencies, with the defaults of {@link LatencyHistogram}.
     *
     * @return this builder
     */
    public Builder histogram() {
      this.buckets = LatencyHistogram.NANOS_UP_TO_AN_HOUR;
      return this;
    }

    /**
     * Adds a histogram of latencies.
     *
     * @param precisionBits as in {@link LatencyHistogram}
     * @param highest the highest latency that the histogram tells from higher ones, in nanoseconds
     * @return this builder
     * @throws IllegalArgumentException if an argument is out of bounds
     */
    public Builder histogram(int precisionBits, long highest) {
      this.buckets = Buckets.of(precisionBits, highest);
      return this;
    }

    /**
     * Creates metrics without records.
     *
     * @return a new instance for each call
     */
    public RequestMetrics build() {
      return new RequestMetrics(this);
    }
  }
}
