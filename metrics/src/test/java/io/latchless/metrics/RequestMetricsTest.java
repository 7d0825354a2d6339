package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
  private static final Duration HALF_LIFE = Duration.ofSeconds(10);
  private final FakeClock clock = new FakeClock(77);
  private final RequestMetrics plain = RequestMetrics.builder().nanoClock(clock).build();
  private final RequestMetrics full = full();

  private RequestMetrics full() {
    return RequestMetrics.builder().nanoClock(clock).decaying(HALF_LIFE).histogram().build();
  }

  @Test
  void startsWithNothing() {
    for (RequestSnapshot empty : List.of(plain.snapshot(), full.snapshot())) {
      assertThat(empty.requests()).isZero();
      assertThat(empty.bytes()).isZero();
      assertThat(empty.totalLatency()).isEqualTo(Duration.ZERO);
      assertThat(empty.meanNanos()).isNaN();
      assertThat(empty.minNanos()).isZero();
      assertThat(empty.maxNanos()).isZero();
      assertThat(empty.decayingMeanNanos()).isNaN();
    }
    assertThat(plain.snapshot().latencies()).isNull();
    assertThat(plain.snapshot().decayingPerSecond()).isNaN();
    assertThat(requireNonNull(full.snapshot().latencies()).count()).isZero();
    assertThat(full.snapshot().decayingPerSecond()).isZero();
  }

  @Test
  void addsUpWhatIsRecorded() {
    for (RequestMetrics metrics : List.of(plain, full)) {
      metrics.record(Outcome.SUCCESS, 100, 2_000);
      metrics.record(Outcome.FAILURE, 0, 8_000);
      metrics.record(Outcome.SUCCESS, 11, 500);

      RequestSnapshot now = metrics.snapshot();
      assertThat(now.requests()).isEqualTo(3);
      assertThat(now.successes()).isEqualTo(2);
      assertThat(now.failures()).isEqualTo(1);
      assertThat(now.bytes()).isEqualTo(111);
      assertThat(now.totalLatency()).isEqualTo(Duration.ofNanos(10_500));
      assertThat(now.meanNanos()).isEqualTo(3_500);
      assertThat(now.minNanos()).isEqualTo(500);
      assertThat(now.maxNanos()).isEqualTo(8_000);
    }
  }

  @Test
  void aSnapshotDoesNotChange() {
    RequestSnapshot before = full.snapshot();
    full.record(Outcome.SUCCESS, 1, 1);
    assertThat(before.requests()).isZero();
    assertThat(requireNonNull(before.latencies()).count()).isZero();
    assertThat(full.snapshot()).isNotEqualTo(before).isEqualTo(full.snapshot());
  }

  @Test
  void statusesOfHttpAreTheDefault() {
    for (int status : new int[] {101, 200, 204, 299, 301, 304, 399}) {
      plain.recordStatus(status, 0, 0);
    }
    assertThat(plain.snapshot().successes()).isEqualTo(7);
    for (int status : new int[] {400, 404, 500, 599, 600, 0, -1, 99, Integer.MIN_VALUE}) {
      plain.recordStatus(status, 0, 0);
    }
    assertThat(plain.snapshot().failures()).isEqualTo(9);
    for (int status : new int[] {100, 102, 103, 199}) {
      plain.recordStatus(status, 5, 5);
    }
    assertThat(plain.snapshot().requests()).isEqualTo(16);
    assertThat(plain.snapshot().bytes()).isZero();
  }

  @Test
  void anotherProtocolHasAnotherClassifier() {
    RequestMetrics grpc =
        RequestMetrics.builder()
            .classifier(status -> status == 0 ? Outcome.SUCCESS : Outcome.FAILURE)
            .build();
    grpc.recordStatus(0, 1, 1);
    grpc.recordStatus(200, 1, 1);
    assertThat(grpc.snapshot().successes()).isEqualTo(1);
    assertThat(grpc.snapshot().failures()).isEqualTo(1);
  }

  @Test
  void whatAClassifierThrowsIsPassedOnAndNothingIsRecorded() {
    RequestMetrics broken =
        RequestMetrics.builder()
            .classifier(
                status -> {
                  throw new IllegalStateException("unknown " + status);
                })
            .build();
    assertThatThrownBy(() -> broken.recordStatus(7, 1, 1)).hasMessage("unknown 7");
    assertThat(broken.snapshot().requests()).isZero();
  }

  @Test
  void badArgumentsAreNamedAndNothingIsRecorded() {
    assertThatThrownBy(() -> plain.record(Outcome.SUCCESS, -1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes must be at least 0, was -1");
    assertThatThrownBy(() -> plain.record(Outcome.INTERIM, 0, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nanos must be at least 0, was -2");
    assertThatThrownBy(() -> RequestMetrics.builder().decaying(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("halfLife must be from")
        .hasMessageContaining("was PT0S");
    assertThatThrownBy(() -> RequestMetrics.builder().histogram(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
    assertThat(plain.snapshot().requests()).isZero();
  }

  @Test
  void sumsThatBecomeTooLargeForALongStayRight() {
    for (int i = 0; i < 5; i++) {
      plain.record(Outcome.SUCCESS, Long.MAX_VALUE / 2, Long.MAX_VALUE);
    }
    RequestSnapshot now = plain.snapshot();
    assertThat(now.bytes()).isEqualTo(Long.MAX_VALUE);
    assertThat(now.totalLatency()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE).multipliedBy(5));
    assertThat(now.meanNanos()).isCloseTo(Long.MAX_VALUE, within(1e6));
  }

  /** 10^9 records of 292 years each reach the limit; recording them takes a minute. */
  @Test
  void theSumOfLatenciesStaysAtTheLongestDurationOnceItIsThere() {
    record1e9Times(Long.MAX_VALUE);
    plain.record(Outcome.SUCCESS, 1, Long.MAX_VALUE);
    RequestSnapshot now = plain.snapshot();
    assertThat(now.totalLatency()).isEqualTo(RequestMetrics.LONGEST);
    assertThat(now.meanNanos()).isFinite();
    assertThat(now.toString()).startsWith("1 requests");
    assertThat(new RequestMetricsBean(plain).getSnapshot().getTotalLatencySeconds()).isFinite();
    assertThat(now.toMetrics("all").counters().values()).allMatch(Double::isFinite);

    plain.record(Outcome.SUCCESS, 1, Long.MAX_VALUE);
    assertThat(plain.interval().totalLatency()).isEqualTo(RequestMetrics.LONGEST);
    plain.record(Outcome.SUCCESS, 1, Long.MAX_VALUE);
    assertThat(plain.interval().totalLatency()).isEqualTo(Duration.ZERO);
  }

  /**
   * Changes the fields of the only stripe as 10^9 records would: field 2 sums latencies, field 3
   * counts carries.
   */
  private void record1e9Times(long nanos) {
    long[] stripe = plain.stripes().claim();
    long claimed = Stripe.begin(stripe);
    Stripe.setOpaque(stripe, 2, nanos);
    Stripe.setOpaque(stripe, 3, 999_999_999);
    Stripe.mirrorOpaque(stripe, 2);
    Stripe.mirrorOpaque(stripe, 3);
    Stripe.publishRelease(stripe, claimed - 4); // a change that is not a record
    Stripe.endRelease(stripe, claimed - 4);
  }

  @Test
  void aClockThatIsSetBackLosesNoRecordAndNoInterval() {
    clock.advance(Duration.ofHours(3));
    full.record(Outcome.SUCCESS, 1, 1);
    assertThat(full.interval().length()).isEqualTo(Duration.ofHours(3));
    full.record(Outcome.SUCCESS, 1, 1);
    clock.advance(Duration.ofHours(-2));
    RequestInterval back = full.interval();
    assertThat(back.requests()).isEqualTo(1);
    assertThat(back.length()).isEqualTo(Duration.ZERO);
    assertThat(back.perSecond()).isNaN();
    assertThat(back.toString()).startsWith("in 0.0 s: 1 requests");

    full.record(Outcome.SUCCESS, 1, 1);
    clock.advance(Duration.ofSeconds(10));
    RequestInterval after = full.interval();
    assertThat(after.requests()).isEqualTo(1);
    assertThat(after.length()).isEqualTo(Duration.ofSeconds(10));
    assertThat(full.snapshot().decayingPerSecond()).isFinite().isPositive();
  }

  @Test
  void aClassifierMayRecordOnTheSameMetrics() {
    AtomicReference<RequestMetrics> self = new AtomicReference<>();
    RequestMetrics nested =
        RequestMetrics.builder()
            .classifier(
                status -> {
                  if (status > 0) {
                    requireNonNull(self.get()).recordStatus(status - 1, 1, 1);
                  }
                  return Outcome.SUCCESS;
                })
            .build();
    self.set(nested);
    nested.recordStatus(9, 1, 1);
    assertThat(nested.snapshot().requests()).isEqualTo(10);
    assertThat(nested.stripes().size()).as("nothing is claimed meanwhile").isEqualTo(1);
  }

  /** A clock is user code, like the classifier. */
  @Test
  void aClockThatFailsOrRecordsHoldsNothing() {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    RequestMetrics metrics =
        RequestMetrics.builder()
            .decaying(HALF_LIFE)
            .nanoClock(
                () -> {
                  RuntimeException thrown = failure.get();
                  if (thrown != null) {
                    throw thrown;
                  }
                  return clock.getAsLong();
                })
            .build();
    metrics.record(Outcome.SUCCESS, 1, 1);
    failure.set(new IllegalStateException("stopped"));
    assertThatThrownBy(() -> metrics.record(Outcome.SUCCESS, 1, 1)).hasMessage("stopped");
    assertThatThrownBy(metrics::snapshot).hasMessage("stopped");
    assertThatThrownBy(metrics::interval).hasMessage("stopped");
    failure.set(null);
    metrics.record(Outcome.SUCCESS, 1, 1);
    assertThat(metrics.interval().requests()).isEqualTo(2);
    assertThat(metrics.stripes().size()).isEqualTo(1);
  }

  @Test
  void figuresThatContradictEachOtherAreRefused() {
    HistogramSnapshot one = new LatencyHistogram().snapshot();
    assertRefused(() -> snapshotOf(-1, 0, null), "successes must be at least 0, was -1");
    assertRefused(() -> snapshotOf(1, -1, null), "failures must be from 0 to");
    assertRefused(() -> snapshotOf(1, Long.MAX_VALUE, null), "failures must be from 0 to");
    assertRefused(() -> snapshotOf(1, 0, one), "latencies.count must be from 1 to 1, was 0");
    assertThat(snapshotOf(Long.MAX_VALUE, 0, null).toString()).startsWith("9223372036854775807");

    RequestSnapshot longest = snapshotOf(0, 0, null);
    assertThat(new RequestInterval(longest, longest).toString()).contains("in 0.0 s");
    RequestSnapshot withHistogram = full.snapshot();
    RequestSnapshot first = plain.snapshot();
    assertRefused(
        () -> new RequestInterval(first, withHistogram), "to must have a histogram if from has");
    RequestMetrics other = full();
    other.record(Outcome.SUCCESS, 1, 1);
    full.record(Outcome.SUCCESS, 1, 1_000_000);
    full.record(Outcome.SUCCESS, 1, 1_000_000);
    assertRefused(
        () -> new RequestInterval(other.snapshot(), full.snapshot()), "earlier must be an");
  }

  private static RequestSnapshot snapshotOf(
      long successes, long failures, @Nullable HistogramSnapshot latencies) {
    Duration longest = RequestMetrics.LONGEST;
    return new RequestSnapshot(
        longest, successes, failures, 0, longest, 0, 0, Double.NaN, Double.NaN, latencies);
  }

  private static void assertRefused(ThrowingCallable made, String message) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void decayingFiguresAreThoseOfTheTypesOfTheirOwn() {
    DecayingMean mean = new DecayingMean(HALF_LIFE, clock);
    DecayingRate rate = new DecayingRate(HALF_LIFE, clock);
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      clock.advance(Duration.ofMillis(random.nextInt(5_000)));
      long nanos = random.nextInt(1_000_000);
      full.record(Outcome.SUCCESS, 1, nanos);
      mean.record((double) nanos);
      rate.mark();
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(full.snapshot().decayingMeanNanos()).isEqualTo(mean.mean());
    assertThat(full.snapshot().decayingPerSecond()).isEqualTo(rate.perSecond());
  }

  @Property(tries = 200)
  void theHistogramIsThatOfTheTypeOfItsOwn(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 10_000_000_000_000L) Long> nanos) {
    RequestMetrics metrics = full();
    LatencyHistogram histogram = new LatencyHistogram();
    for (long latency : nanos) {
      metrics.record(Outcome.FAILURE, 0, latency);
      histogram.record(latency);
      assertThat(requireNonNull(metrics.snapshot().latencies()).count())
          .isEqualTo(metrics.snapshot().requests());
    }
    assertThat(metrics.snapshot().latencies()).isEqualTo(histogram.snapshot());
  }

  @Test
  void intervalsFollowOneAnother() {
    full.record(Outcome.SUCCESS, 10, 1_000);
    clock.advance(Duration.ofSeconds(2));
    RequestInterval first = full.interval();
    full.record(Outcome.FAILURE, 20, 3_000);
    full.record(Outcome.SUCCESS, 30, 5_000);
    clock.advance(Duration.ofSeconds(4));
    RequestInterval second = full.interval();
    RequestInterval third = full.interval();

    assertThat(first.requests()).isEqualTo(1);
    assertThat(first.length()).isEqualTo(Duration.ofSeconds(2));
    assertThat(second.from()).isSameAs(first.to());
    assertThat(second.requests()).isEqualTo(2);
    assertThat(second.successes()).isEqualTo(1);
    assertThat(second.failures()).isEqualTo(1);
    assertThat(second.bytes()).isEqualTo(50);
    assertThat(second.totalLatency()).isEqualTo(Duration.ofNanos(8_000));
    assertThat(second.meanNanos()).isEqualTo(4_000);
    assertThat(second.perSecond()).isEqualTo(0.5);
    assertThat(requireNonNull(second.latencies()).count()).isEqualTo(2);
    assertThat(third.requests()).isZero();
    assertThat(third.meanNanos()).isNaN();
    assertThat(third.perSecond()).isNaN();
    assertThat(plain.interval().latencies()).isNull();
  }

  @Test
  void intervalsOfOnesOwnLeaveTheSharedOnesAlone() {
    RequestSnapshot mine = plain.snapshot();
    plain.record(Outcome.SUCCESS, 10, 1_000);
    assertThat(new RequestInterval(mine, plain.snapshot()).requests()).isEqualTo(1);
    assertThat(plain.interval().requests()).isEqualTo(1);
  }

  @Test
  void anIntervalThatRunsBackwardsIsRefused() {
    RequestSnapshot before = plain.snapshot();
    plain.record(Outcome.SUCCESS, 10, 1_000);
    RequestSnapshot after = plain.snapshot();
    assertThatThrownBy(() -> new RequestInterval(after, before))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("to must have at least the figures of from")
        .hasMessageContaining("1 requests");
  }

  @Test
  void figuresFitIntoALogLine() {
    assertThat(plain).hasToString("0 requests, 0 successes, 0 failures, 0 bytes");
    full.record(Outcome.SUCCESS, 10, 1_250_000);
    full.record(Outcome.FAILURE, 5, 2_750_000);
    clock.advance(Duration.ofSeconds(10));
    assertThat(full.toString())
        .matches(
            "2 requests, 1 successes, 1 failures, 15 bytes, latency mean 2\\.00 ms, min 1\\.25 ms,"
                + " max 2\\.75 ms, p99 2\\.7\\d ms, lately mean 2\\.00 ms, 0\\.139/s");
    assertThat(full.interval())
        .hasToString(
            "in 10.0 s: 2 requests, 1 successes, 1 failures, 15 bytes, latency mean 2.00 ms");
    assertThat(full.interval())
        .hasToString("in 0.0 s: 0 requests, 0 successes, 0 failures, 0 bytes");
  }
}
