package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {
  private static final Buckets SMALL = Buckets.of(5, 1_000_000);

  @Test
  void countsEachValueInItsBucket() {
    LatencyHistogram histogram = new LatencyHistogram(5, 1_000_000);
    LongStream.of(0, 63, 63, 64, 65, 1_000).forEach(histogram::record);
    List<String> buckets = new ArrayList<>();
    histogram
        .snapshot()
        .forEachBucket((low, high, count) -> buckets.add(low + ".." + high + ":" + count));
    assertThat(buckets).containsExactly("0..0:1", "63..63:2", "64..65:2", "992..1007:1");
  }

  @Test
  void isForNanosecondsUpToAnHourUnlessToldOtherwise() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThat(histogram.precisionBits()).isEqualTo(5);
    assertThat(histogram.highestTrackable())
        .isBetween(Duration.ofHours(1).toNanos(), Duration.ofSeconds(3_643).toNanos());
    LatencyHistogram finer = new LatencyHistogram(10, 5_000);
    assertThat(finer.precisionBits()).isEqualTo(10);
    assertThat(finer.highestTrackable()).isEqualTo(5_003);
  }

  @Test
  void countsWhatIsTooHigh() {
    LatencyHistogram histogram = new LatencyHistogram(5, 1_000);
    assertThat(histogram.highestTrackable()).isEqualTo(1_007);
    LongStream.of(1, 1_007, 1_008, Long.MAX_VALUE).forEach(histogram::record);
    HistogramSnapshot snapshot = histogram.snapshot();
    assertThat(snapshot.count()).isEqualTo(4);
    assertThat(snapshot.saturated()).isEqualTo(2);
    assertThat(snapshot.quantile(1)).hasValue(1_008);
    assertThat(snapshot.max()).hasValue(Long.MAX_VALUE);
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram.record(-1))
        .withMessage("value must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram.recordCorrected(-1, 1))
        .withMessage("value must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram.recordCorrected(1, 0))
        .withMessage("expectedInterval must be from 1 to 9223372036854775807, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencyHistogram(0, 1_000))
        .withMessage("precisionBits must be from 1 to 14, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencyHistogram(5, 0))
        .withMessage("highest must be from 1 to 4611686018427387903, was 0");
    assertThat(histogram.snapshot().count()).isZero();
  }

  /** Every accepted value can be read afterwards, and no count shrinks or leaves its bound. */
  @Property(tries = 100)
  void noAcceptedValueBreaksALaterRead(
      @ForAll @IntRange(min = 1, max = 8) int precisionBits,
      @ForAll @Size(max = 12) List<@LongRange(min = 0) Long> values,
      @ForAll @Size(12) List<@LongRange(min = 1) Long> intervals) {
    LatencyHistogram histogram = new LatencyHistogram(precisionBits, 1_000_000);
    BigInteger expected = BigInteger.ZERO;
    HistogramSnapshot before = histogram.snapshot();
    for (int i = 0; i < values.size(); i++) {
      histogram.recordCorrected(values.get(i), intervals.get(i));
      long records = Math.max(values.get(i) / intervals.get(i), 1); // the value itself is one
      expected = expected.add(BigInteger.valueOf(records));
      HistogramSnapshot now = histogram.snapshot();

      assertThat(now.count())
          .isEqualTo(expected.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
      assertThat(now.minus(before).count()).isNotNegative();
      assertThat(now.merge(before).count()).isGreaterThanOrEqualTo(now.count());
      assertThat(now.quantile(1).orElseThrow())
          .isBetween(now.min().orElseThrow(), now.max().orElseThrow());
      assertThat(now.mean().orElseThrow()).isFinite();
      assertThat(histogram.toString()).contains("count=" + now.count());
      before = now;
    }
    assertThat(histogram.snapshotThenReset()).isEqualTo(before);
    assertThat(histogram.snapshot().count()).isZero();
  }

  @Test
  void countsStayAtTheGreatestNumberOnceTheyAreThere() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int i = 0; i < 3; i++) {
      histogram.recordCorrected(Long.MAX_VALUE, 1);
      histogram.recordCorrected(1L << 31, 1);
      histogram.record(Long.MAX_VALUE);
      HistogramSnapshot now = histogram.snapshot();
      assertThat(now.count()).isEqualTo(Long.MAX_VALUE);
      assertThat(now.saturated()).isPositive();
      assertThat(now.min()).hasValue(1);
      assertThat(now.max()).hasValue(Long.MAX_VALUE);
    }
  }

  @Property
  void addsWhatWasOmittedOneByOne(
      @ForAll @LongRange(min = 0, max = 100_000) long value,
      @ForAll @LongRange(min = 1, max = 3_000) long expectedInterval) {
    LatencyHistogram corrected = new LatencyHistogram(5, 50_000);
    corrected.recordCorrected(value, expectedInterval);
    LatencyHistogram oneByOne = new LatencyHistogram(5, 50_000);
    oneByOne.record(value);
    for (long missing = value - expectedInterval;
        missing >= expectedInterval;
        missing -= expectedInterval) {
      oneByOne.record(missing);
    }
    assertThat(corrected.snapshot()).isEqualTo(oneByOne.snapshot());
  }

  /** The correction adds bucket by bucket; record by record this would take hours. */
  @Test
  void addsALotThatWasOmitted() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.recordCorrected(3_600_000_000_000L, 1);
    assertThat(histogram.snapshot().count()).isEqualTo(3_600_000_000_000L);
    histogram.recordCorrected(Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(histogram.snapshot().saturated()).isEqualTo(1);
  }

  @Test
  void aResetBeginsAnew() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(5);
    histogram.record(7);
    HistogramSnapshot before = histogram.snapshot();
    assertThat(histogram.snapshotThenReset()).isEqualTo(before);
    assertThat(histogram.snapshot().count()).isZero();
    histogram.record(7);
    assertThat(histogram.snapshotThenReset().count()).isEqualTo(1);
    assertThat(before.count()).isEqualTo(2);
  }

  @Test
  void saysWhatItsSnapshotSays() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThat(histogram).hasToString("count=0");
    histogram.record(7);
    assertThat(histogram).hasToString(histogram.snapshot().toString());
  }

  @Property
  void sumsItsStripes(@ForAll @Size(max = 50) List<@IntRange(max = 2_000_000) Integer> values) {
    LatencyHistogram alone = new LatencyHistogram(SMALL, 1);
    LatencyHistogram striped = new LatencyHistogram(SMALL, 4);
    for (int value : values) {
      alone.record(value);
      striped.record(value);
      striped.tryDoubleStripes(striped.stripesVolatile());
    }
    assertThat(striped.snapshot()).isEqualTo(alone.snapshot());
    assertThat(striped.snapshotThenReset()).isEqualTo(alone.snapshot());
    assertThat(striped.snapshot().count()).isZero();
  }

  @Test
  void stripesAreKeptAndBounded() {
    LatencyHistogram histogram = new LatencyHistogram(SMALL, 4);
    long[][] first = histogram.stripesVolatile();
    assertThat(first).hasNumberOfRows(1);
    histogram.tryDoubleStripes(first);
    long[][] second = histogram.stripesVolatile();
    assertThat(second).hasNumberOfRows(2);
    assertThat(second[0]).isSameAs(first[0]);
    histogram.tryDoubleStripes(first);
    assertThat(histogram.stripesVolatile()).as("after a late attempt").isSameAs(second);
    histogram.tryDoubleStripes(second);
    long[][] last = histogram.stripesVolatile();
    assertThat(last).hasNumberOfRows(4);
    assertThat(last[1]).isSameAs(second[1]);
    histogram.tryDoubleStripes(last);
    assertThat(histogram.stripesVolatile()).as("at the bound").isSameAs(last);
  }

  @Test
  void thereAreTwiceAsManyStripesAsProcessorsAtMost() {
    assertThat(IntStream.of(1, 2, 3, 4, 5, 64).map(LatencyHistogram::mostStripes))
        .containsExactly(2, 4, 8, 8, 16, 128);
  }

  /** Holds also if only every n-th thread records, because the other threads take ids too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 256})
  void threadsAreSpreadOverTheStripes(int idsApart) {
    for (int stripes = 1; stripes <= 1_024; stripes *= 2) {
      int[] threads = new int[stripes];
      for (long i = 0; i < 4L * stripes; i++) {
        threads[LatencyHistogram.stripeOf(30 + i * idsApart, stripes)]++;
      }
      assertThat(IntStream.of(threads)).allMatch(each -> each >= 2 && each <= 6);
    }
    assertThat(LatencyHistogram.stripeOf(Long.MAX_VALUE, 64)).isBetween(0, 63);
    assertThat(LatencyHistogram.stripeOf(-1, 64)).isBetween(0, 63);
  }

  /** Threads go on until an addition finds another value than the look before it. */
  @Test
  void contentionAddsStripes() throws Exception {
    LatencyHistogram histogram = new LatencyHistogram();
    int threads = 4;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      AtomicInteger enough = new AtomicInteger();
      List<Future<Long>> recorded = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        recorded.add(
            executor.submit(
                () -> {
                  long count = 0;
                  while (enough.get() == 0) {
                    histogram.record(1_000);
                    count++;
                  }
                  return count;
                }));
      }
      try {
        await().atMost(Duration.ofMinutes(2)).until(() -> histogram.stripesVolatile().length > 1);
      } finally {
        enough.set(1);
      }
      long sum = 0;
      for (Future<Long> each : recorded) {
        sum += each.get();
      }
      assertThat(histogram.snapshot().count()).isEqualTo(sum);
      assertThat(histogram.stripesVolatile().length)
          .isLessThanOrEqualTo(
              LatencyHistogram.mostStripes(Runtime.getRuntime().availableProcessors()));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void everyRecordIsInOneIntervalHoweverManyThereAre() throws Exception {
    int recorders = 3;
    int takers = 2;
    LatencyHistogram histogram = new LatencyHistogram(SMALL, 4);
    AtomicInteger recording = new AtomicInteger(recorders);
    List<Callable<HistogramSnapshot>> recordings = new ArrayList<>();
    List<Callable<HistogramSnapshot>> taking = new ArrayList<>();
    for (int i = 0; i < recorders; i++) {
      SplittableRandom random = new SplittableRandom(i);
      recordings.add(
          () -> {
            LatencyHistogram own = new LatencyHistogram(SMALL, 1);
            for (int each = 0; each < 300_000; each++) {
              long value = random.nextLong(1_000, 1_100);
              histogram.record(value);
              own.record(value);
            }
            recording.decrementAndGet();
            return own.snapshot();
          });
    }
    for (int i = 0; i < takers; i++) {
      taking.add(
          () -> {
            HistogramSnapshot taken = histogram.snapshotThenReset();
            while (recording.get() > 0) {
              taken = taken.merge(histogram.snapshotThenReset());
            }
            return taken;
          });
    }
    ExecutorService executor = Executors.newFixedThreadPool(recorders + takers);
    try {
      List<Future<HistogramSnapshot>> taken = new ArrayList<>();
      taking.forEach(each -> taken.add(executor.submit(each)));
      List<Future<HistogramSnapshot>> recorded = executor.invokeAll(recordings);
      assertThat(sum(taken).merge(histogram.snapshotThenReset())).isEqualTo(sum(recorded));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void snapshotsOnlyGrowAndTheirDifferencesAddUp() throws Exception {
    LatencyHistogram histogram = new LatencyHistogram(SMALL, 4);
    AtomicInteger recording = new AtomicInteger(2);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> recorder =
          () -> {
            for (int i = 0; i < 500_000; i++) {
              histogram.record(i & 1_023);
            }
            return recording.decrementAndGet();
          };
      List<Future<Integer>> recorders =
          List.of(executor.submit(recorder), executor.submit(recorder));
      HistogramSnapshot last = histogram.snapshot();
      HistogramSnapshot sum = last;
      while (recording.get() > 0) {
        HistogramSnapshot next = histogram.snapshot();
        sum = sum.merge(next.minus(last));
        last = next;
      }
      for (Future<Integer> each : recorders) {
        each.get();
      }
      HistogramSnapshot end = histogram.snapshot();
      assertThat(sum.merge(end.minus(last))).isEqualTo(end);
      assertThat(end.count()).isEqualTo(1_000_000);
    } finally {
      executor.shutdownNow();
    }
  }

  private static HistogramSnapshot sum(List<Future<HistogramSnapshot>> parts) throws Exception {
    HistogramSnapshot sum = new LatencyHistogram(SMALL, 1).snapshot();
    for (Future<HistogramSnapshot> part : parts) {
      sum = sum.merge(part.get());
    }
    return sum;
  }
}
