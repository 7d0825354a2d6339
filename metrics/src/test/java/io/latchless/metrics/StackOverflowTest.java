package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Records at every depth of a recursion until the stack overflows somewhere within a record, and
 * goes on. The recorded figures still add up, and no stripe is lost.
 */
class StackOverflowTest {
  /** Each round begins a few words deeper than the previous one. */
  private static final int ROUNDS = 40;

  private static final int STACK_BYTES = 160_000;

  private static final int MOST_RESETS = 100_000;

  private long returned;

  @Test
  void requestsAreRecordedWhollyOrNotAtAll() throws InterruptedException {
    RequestMetrics metrics =
        RequestMetrics.builder().decaying(Duration.ofHours(1)).histogram().build();
    overflow(() -> metrics.record(Outcome.FAILURE, 3, 5));

    RequestSnapshot now = metrics.snapshot();
    assertAllReturned(now.requests());
    assertThat(now.failures()).isEqualTo(now.requests());
    assertThat(now.bytes()).isEqualTo(3 * now.requests());
    assertThat(now.totalLatency()).isEqualTo(Duration.ofNanos(5 * now.requests()));
    assertThat(now.minNanos()).isEqualTo(5);
    assertThat(now.maxNanos()).isEqualTo(5);
    assertThat(requireNonNull(now.latencies()).count()).isEqualTo(now.requests());
    assertNoStripeIsLost(metrics.stripes());

    metrics.record(Outcome.FAILURE, 3, 5);
    RequestSnapshot later = metrics.snapshot();
    assertThat(later.requests()).isEqualTo(now.requests() + 1);
    assertThat(later.bytes()).isEqualTo(3 * later.requests());
    assertThat(requireNonNull(later.latencies()).count()).isEqualTo(later.requests());
  }

  @Test
  void eventsAreCountedOnceOrNotAtAll() throws InterruptedException {
    FakeClock clock = new FakeClock(0);
    DecayingRate rate = new DecayingRate(Duration.ofSeconds(1), clock);
    clock.advance(Duration.ofDays(1));
    overflow(rate::mark);

    double tau = 1 / Math.log(2);
    assertAllReturned(Math.round(rate.perSecond() * tau));
    assertNoStripeIsLost(rate.stripes());
  }

  @Test
  void samplesAreInTheMeanWithTheirWeightOrNotAtAll() throws InterruptedException {
    DecayingMean mean = new DecayingMean(Duration.ofSeconds(1));
    overflow(() -> mean.record(7));

    assertThat(mean.mean()).isCloseTo(7, within(1e-9));
    assertNoStripeIsLost(mean.stripes());
  }

  @Test
  void countsAreInOneWordOrNotAtAll() throws InterruptedException {
    Counter counter = new Counter();
    LatencyHistogram histogram = new LatencyHistogram();
    overflow(counter::increment);
    assertAllReturned(counter.sum());
    overflow(() -> histogram.record(9));
    assertAllReturned(histogram.snapshot().count());
  }

  /**
   * No count is lost that a reset had taken away when the stack overflowed. The test stores the
   * results of resets without a call, because a call might overflow too.
   */
  @Test
  void resetsReturnWhatTheyTake() throws InterruptedException {
    Counter counter = new Counter();
    LatencyHistogram histogram = new LatencyHistogram(1, 100);
    MaxMin range = new MaxMin();
    long[] counted = new long[3];
    long[] sum = new long[1];
    HistogramSnapshot[] histograms = new HistogramSnapshot[MOST_RESETS];
    Optional<?>[] ranges = new Optional<?>[MOST_RESETS];
    overflow(
        () -> {
          if (counted[0] < MOST_RESETS) {
            counter.increment();
            counted[0]++;
            sum[0] += counter.sumThenReset();
            histogram.record(9);
            counted[1]++;
            histograms[(int) counted[1] - 1] = histogram.snapshotThenReset();
            range.record(counted[2]);
            counted[2]++;
            ranges[(int) counted[2] - 1] = range.rangeThenReset();
          }
        });

    assertThat(sum[0] + counter.sum()).isEqualTo(counted[0]);
    assertThat(counted[0]).as("room for more").isLessThan(MOST_RESETS);
    long inHistograms = histogram.snapshot().count();
    for (HistogramSnapshot each : histograms) {
      inHistograms += each == null ? 0 : each.count();
    }
    assertThat(inHistograms).isEqualTo(counted[1]);
    List<Long> missing = new ArrayList<>();
    Set<Object> found = new HashSet<>();
    for (Optional<?> each : ranges) {
      if (each != null) {
        MaxMin.Range seen = (MaxMin.Range) each.orElseThrow();
        LongStream.rangeClosed(seen.min(), seen.max()).forEach(found::add);
      }
    }
    range.range().ifPresent(left -> found.addAll(List.of(left.min(), left.max())));
    LongStream.range(0, counted[2]).filter(n -> !found.contains(n)).forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  @Test
  void readersLeaveNoRequestBehindThatKeepsWritersAway() throws InterruptedException {
    RequestMetrics metrics = new RequestMetrics();
    overflow(metrics::snapshot);
    metrics.record(Outcome.SUCCESS, 1, 1);
    assertThat(metrics.snapshot().requests()).isEqualTo(1);
    assertThat(metrics.stripes().size()).isEqualTo(1);
  }

  private void overflow(Runnable record) throws InterruptedException {
    returned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int depth = round;
      Thread thread = new Thread(null, () -> run(record, depth), "deep", STACK_BYTES);
      thread.start();
      thread.join();
    }
  }

  private void run(Runnable record, int depth) {
    try {
      deeper(record, depth, 0);
    } catch (StackOverflowError expected) {
      assertThat(returned).isPositive();
    }
  }

  /** Starts with frames of different sizes, so that the overflow meets every call of a record. */
  private long deeper(Runnable record, int padding, long unused) {
    if (padding > 0) {
      return padding % 2 == 0
          ? deeper(record, padding - 1, unused) + 1
          : wider(record, padding - 1, unused, unused + 1);
    }
    record.run();
    returned++;
    return deeper(record, 0, unused) + 1;
  }

  private long wider(Runnable record, int padding, long one, long two) {
    long three = one + two;
    return deeper(record, padding, three) + three;
  }

  private void assertAllReturned(long recorded) {
    assertThat(recorded).isBetween(returned, returned + ROUNDS);
  }

  private static void assertNoStripeIsLost(Stripes stripes) {
    assertThat(stripes.size()).as("one thread at a time needs one stripe").isEqualTo(1);
    assertThat(stripes.claim()).isSameAs(stripes.stripesAcquire()[0]);
  }
}
