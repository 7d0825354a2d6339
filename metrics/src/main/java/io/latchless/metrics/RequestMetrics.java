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
 * What a server keeps of its requests, in figures that add up at any moment.
 *
 * <pre>{@code
 * RequestMetrics requests = RequestMetrics.builder().decaying(Duration.ofMinutes(1)).build();
 * ...
 * requests.recordStatus(response.status(), response.length(), System.nanoTime() - began);
 * ...
 * RequestSnapshot now = requests.snapshot();   // now.requests() == now.successes() + now.failures()
 * log.info("{}", requests.interval());         // what came since it was last asked
 * }</pre>
 *
 * <p>A snapshot has each record wholly or not at all: no request without its bytes, no latency
 * without its request, also of a thread whose stack overflowed within a record. Snapshots neither
 * stop threads that record nor wait for them.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code record}: lock-free, a thread that was stopped anywhere stops no
 *       other; {@code snapshot}: wait-free, it tries again at most twice for each thread that
 *       records just then; {@code interval}: lock-free, a lost compare-and-set pauses a bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>no: of two records that are made while a snapshot is taken, it may have
 *       the later and not the earlier, even if one thread has made both. What one thread sees never
 *       shrinks
 *   <tr><th scope="row">Happens-before<td>what a thread did before it recorded happens before what
 *       another does after it has got a snapshot with that record in it
 *   <tr><th scope="row">Allocation<td>{@code record}: none, once as many threads have recorded at the same time before;
 *       {@code snapshot}: some small objects, and the buckets if there is a histogram
 *   <tr><th scope="row">Complexity<td>{@code record}: constant; {@code snapshot}: linear in the stripes, and in the
 *       buckets of all stripes if there is a histogram
 *   <tr><th scope="row">Memory<td>about 740 bytes to begin with, and 380 for every further stripe; each has 48 more for decaying
 *       figures, and eight for each bucket of a histogram, of which there is one copy more. Up to eight stripes a
 *       processor, more only if more threads were stopped inside
 * </table>
 */
public final class RequestMetrics {
  /*
   * A record claims a stripe, adds itself to the stripe's fields, and publishes them all at once; see
   * Stripe. Each record is one change of one stripe, so that requests need no field: they are the
   * changes. All snapshots are sums over stripes.
   *
   * The buckets of the histogram are too many to be there twice, so they are cells. What a record does
   * to them is in two of its fields: which bucket, and what it counts now. Readers of these fields take
   * it from there, until and after the writer has stored it into the cell; readers of the second copy,
   * where these fields never change, find cells without it: the record's count and its bucket appear
   * by the same store of the version.
   */

  private static final int FAILURES = 0;
  private static final int BYTES = 1;

  /** Nanoseconds, modulo 2^63: together, a million requests a second of a second each need more. */
  private static final int LATENCY = 2;

  /** How often {@link #LATENCY} went beyond 2^63. */
  private static final int LATENCY_CARRY = 3;

  private static final int MIN = 4;
  private static final int MAX = 5;
  private static final int FIXED = 6;

  private static final int BUCKET = 0;
  private static final int BUCKET_COUNT = 1;
  private static final int BUCKET_FIELDS = 2;
  private static final long NO_BUCKET = -1;

  private static final Duration CARRY = Duration.ofNanos(Long.MAX_VALUE).plusNanos(1);

  /** Fewer carries than this, and any nanoseconds with them, are a {@link Duration}. */
  private static final long TOO_MANY_CARRIES = 1_000_000_000;

  /** The longest that there is. */
  static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private static final Backoff BACKOFF = new Backoff();

  private final OutcomeClassifier classifier;
  private final @Nullable Decay decay;
  private final @Nullable Buckets buckets;
  private final LongSupplier elapsed;
  private final int bucketAt;
  private final int firstCell;
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
    firstCell = Stripe.firstCell(initial.length);
    lastInterval = new AtomicReference<>(snapshot());
  }

  /** Metrics of counts, bytes and latencies, without a histogram and without decaying figures. */
  public RequestMetrics() {
    this(builder());
  }

  /**
   * For metrics with more than the plain figures.
   *
   * @return a builder of metrics as the constructor makes them
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Records a request by the status that its protocol gave it.
   *
   * @param status what the classifier is asked about: by default a status of HTTP
   * @param bytes how many went over the line, from 0
   * @param nanos how long it took, in nanoseconds, from 0
   * @throws IllegalArgumentException if one of them is negative; nothing was recorded
   */
  public void recordStatus(int status, long bytes, long nanos) {
    record(requireNonNull(classifier.classify(status), "outcome"), bytes, nanos);
  }

  /**
   * Records a request.
   *
   * @param outcome how it ended; {@link Outcome#INTERIM} records nothing
   * @param bytes how many went over the line, from 0; their sum stays at 2<sup>63</sup>-1 once it
   *     is there
   * @param nanos how long it took, in nanoseconds, from 0
   * @throws IllegalArgumentException if one of them is negative; nothing was recorded
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
            stripe, bucketAt + BUCKET_COUNT, Stripe.getCell(stripe, firstCell + bucket) + 1);
      }

      Stripe.publishRelease(stripe, claimed);
      Stripe.mirrorOpaque(stripe, BYTES);
      Stripe.mirrorOpaque(stripe, LATENCY);
      if (isRare) {
        repeatRare(stripe);
      }
      if (decay != null) {
        decay.mirror(stripe, FIXED);
      }
      if (buckets != null) {
        Stripe.setCellOpaque(
            stripe, firstCell + bucket, Stripe.get(stripe, bucketAt + BUCKET_COUNT));
      }
      Stripe.endRelease(stripe, claimed);
    } catch (Throwable failure) { // see Stripes.claim
      Stripe.failed = 1;
      stripe[Stripe.ABANDONED] = Stripe.failed;
      throw failure;
    }
  }

  /** The fields that few records change; whether this one does. */
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

  private static void repeatRare(long[] stripe) {
    Stripe.mirrorOpaque(stripe, FAILURES);
    Stripe.mirrorOpaque(stripe, LATENCY_CARRY);
    Stripe.mirrorOpaque(stripe, MIN);
    Stripe.mirrorOpaque(stripe, MAX);
  }

  /**
   * All that has been recorded, as it is at this moment.
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
   * What has been recorded since the call before this one, by whatever thread; the first call
   * begins with the construction. Each record is in exactly one interval. For other intervals keep
   * a snapshot and make a {@link RequestInterval} of it and the next.
   *
   * @return from the snapshot that ended the interval before to one of this moment
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

  /** What it consists of, for tests. */
  Stripes stripes() {
    return stripes;
  }

  /**
   * A snapshot for a log line.
   *
   * @return as {@link RequestSnapshot#toString}
   */
  @Override
  public String toString() {
    return snapshot().toString();
  }

  /** The sum of the stripes that have been read so far. Used by one thread. */
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
        int cells = bucketAt + BUCKET_FIELDS;
        long latest = words[bucketAt + BUCKET];
        if (latest != NO_BUCKET) {
          words[cells + (int) latest] = words[bucketAt + BUCKET_COUNT];
        }
        for (int i = 0; i < counts.length; i++) {
          counts[i] += words[cells + i];
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

  /** Makes metrics. Used by one thread. */
  public static final class Builder {
    private OutcomeClassifier classifier = OutcomeClassifier.http();
    private @Nullable LongSupplier nanoClock;
    private @Nullable Duration halfLife;
    private @Nullable Buckets buckets;

    private Builder() {}

    /**
     * Who tells outcomes by statuses, instead of {@link OutcomeClassifier#http}.
     *
     * @param classifier is asked by {@link RequestMetrics#recordStatus}
     * @return this builder
     */
    public Builder classifier(OutcomeClassifier classifier) {
      this.classifier = requireNonNull(classifier, "classifier");
      return this;
    }

    /**
     * Another clock than {@link System#nanoTime}.
     *
     * @param nanoClock counts nanoseconds from any beginning; may wrap around; where it is set
     *     back, that counts as no time; called by the threads that record if there are decaying
     *     figures, before they claim anything, and by those that take snapshots; what it throws is
     *     passed on, and nothing is recorded, and no interval ended
     * @return this builder
     */
    public Builder nanoClock(LongSupplier nanoClock) {
      this.nanoClock = requireNonNull(nanoClock, "nanoClock");
      return this;
    }

    /**
     * With a mean latency and a rate of requests of which the older count for less, see {@link
     * DecayingMean} and {@link DecayingRate}. Each record then reads the clock.
     *
     * @param halfLife after which a request counts for half as much
     * @return this builder
     * @throws IllegalArgumentException if it is not positive, or more than 100 years
     */
    public Builder decaying(Duration halfLife) {
      this.halfLife = Decay.requireHalfLife(halfLife);
      return this;
    }

    /**
     * With a histogram of latencies, as {@link LatencyHistogram} has it by default.
     *
     * @return this builder
     */
    public Builder histogram() {
      this.buckets = LatencyHistogram.NANOS_UP_TO_AN_HOUR;
      return this;
    }

    /**
     * With a histogram of latencies.
     *
     * @param precisionBits as {@link LatencyHistogram} has it
     * @param highest the highest latency that is told from higher ones, in nanoseconds
     * @return this builder
     * @throws IllegalArgumentException if one of them is out of its bounds
     */
    public Builder histogram(int precisionBits, long highest) {
      this.buckets = Buckets.of(precisionBits, highest);
      return this;
    }

    /**
     * Metrics without records.
     *
     * @return new ones with each call
     */
    public RequestMetrics build() {
      return new RequestMetrics(this);
    }
  }
}
