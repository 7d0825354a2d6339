package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class HistogramSnapshotTest {
  private static final long HIGHEST = 1_000_000_000;
  private static final HistogramSnapshot EMPTY = of(List.of());

  private static HistogramSnapshot of(List<Long> values) {
    LatencyHistogram histogram = new LatencyHistogram(5, HIGHEST);
    values.forEach(histogram::record);
    return histogram.snapshot();
  }

  private static HistogramSnapshot of(long... values) {
    return of(LongStream.of(values).boxed().toList());
  }

  @Provide
  Arbitrary<List<Long>> values() {
    return Combinators.combine(
            Arbitraries.longs().between(0, HIGHEST), Arbitraries.integers().between(0, 30))
        .as((value, shift) -> value >>> shift)
        .list()
        .ofMaxSize(200);
  }

  @Provide
  Arbitrary<List<Long>> someValues() {
    return values().filter(values -> !values.isEmpty());
  }

  /** The test computes the rank in whole numbers and sorts the values. */
  @Property
  void aQuantileIsWithinItsBoundOfTheTrueOne(
      @ForAll("someValues") List<Long> values, @ForAll @IntRange(max = 10_000) int tenThousandths) {
    List<Long> sorted = values.stream().sorted().toList();
    int rank = Math.max((tenThousandths * sorted.size() + 9_999) / 10_000, 1);
    long exact = sorted.get(rank - 1);
    long answered = of(values).quantile(tenThousandths / 10_000.0).getAsLong();
    assertThat(Math.abs(answered - exact) * 64).isLessThanOrEqualTo(Math.max(exact - 1, 0));
  }

  @Property
  void theLeastTheGreatestAndTheMeanAreWithinTheirBounds(@ForAll("someValues") List<Long> values) {
    HistogramSnapshot snapshot = of(values);
    long least = values.stream().mapToLong(each -> each).min().getAsLong();
    long greatest = values.stream().mapToLong(each -> each).max().getAsLong();
    double mean = values.stream().mapToLong(each -> each).average().getAsDouble();
    assertThat(snapshot.min().getAsLong()).isBetween(least - least / 32, least);
    assertThat(snapshot.max().getAsLong()).isBetween(greatest, greatest + greatest / 32);
    assertThat(snapshot.mean().getAsDouble()).isCloseTo(mean, within(mean / 64));
  }

  @Property
  void quantilesDoNotDecreaseAndLieBetweenTheLeastAndTheGreatest(
      @ForAll("someValues") List<Long> values) {
    HistogramSnapshot snapshot = of(values);
    long last = snapshot.min().getAsLong();
    for (int hundredths = 0; hundredths <= 100; hundredths++) {
      long next = snapshot.quantile(hundredths / 100.0).getAsLong();
      assertThat(next).isGreaterThanOrEqualTo(last);
      last = next;
    }
    assertThat(last).isLessThanOrEqualTo(snapshot.max().getAsLong());
  }

  @Property
  void theCountIsTheSumOfTheBuckets(@ForAll("values") List<Long> values) {
    HistogramSnapshot snapshot = of(values);
    AtomicLong sum = new AtomicLong();
    snapshot.forEachBucket(
        (lowest, highest, count) -> {
          assertThat(values)
              .filteredOn(each -> each >= lowest && each <= highest)
              .hasSize((int) count);
          sum.addAndGet(count);
          assertThat(snapshot.countAtMost(highest)).isEqualTo(sum.get());
        });
    assertThat(snapshot.count()).isEqualTo(values.size()).isEqualTo(sum.get());
    assertThat(snapshot.countAtMost(Long.MAX_VALUE)).isEqualTo(values.size());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void mergingIsAsRecordingAllOfThem(
      @ForAll("values") List<Long> one,
      @ForAll("values") List<Long> two,
      @ForAll("values") List<Long> three) {
    HistogramSnapshot all = of(LongStream.concat(stream(one), stream(two)).boxed().toList());
    assertThat(of(one).merge(of(two))).isEqualTo(all).isEqualTo(of(two).merge(of(one)));
    assertThat(all.count()).isEqualTo(one.size() + two.size());
    assertThat(all.merge(of(three))).isEqualTo(of(one).merge(of(two).merge(of(three))));
    assertThat(all.merge(EMPTY)).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(all.minus(of(two))).isEqualTo(of(one));
  }

  private static LongStream stream(List<Long> values) {
    return values.stream().mapToLong(each -> each);
  }

  @Test
  void quantilesAreTheValuesOfTheirRanks() {
    HistogramSnapshot tens = of(10, 20, 30, 40, 50);
    assertThat(tens.quantile(0)).hasValue(10);
    assertThat(tens.quantile(0.2)).hasValue(10);
    assertThat(tens.quantile(0.200_001)).hasValue(20);
    assertThat(tens.quantile(0.5)).hasValue(30);
    assertThat(tens.quantile(0.8)).hasValue(40);
    assertThat(tens.quantile(1)).hasValue(50);
  }

  /** In binary, 0.07 * 100 is a little more than 7, and 0.9 * 10 a little more than 9. */
  @Test
  void aRankIsThatOfTheDecimalNumber() {
    long[] first = LongStream.rangeClosed(1, 50).toArray();
    HistogramSnapshot hundred = of(first).merge(of(first));
    assertThat(hundred.count()).isEqualTo(100);
    assertThat(hundred.quantile(0.07)).hasValue(4);
    assertThat(hundred.quantile(0.14)).hasValue(7);
    assertThat(hundred.quantile(0.28)).hasValue(14);
    assertThat(of(LongStream.rangeClosed(1, 10).toArray()).quantile(0.9)).hasValue(9);
  }

  @Test
  void anEmptyOneHasNoValues() {
    assertThat(EMPTY.count()).isZero();
    assertThat(EMPTY.saturated()).isZero();
    assertThat(EMPTY.quantile(0.5)).isEmpty();
    assertThat(EMPTY.min()).isEmpty();
    assertThat(EMPTY.max()).isEmpty();
    assertThat(EMPTY.mean()).isEmpty();
    assertThat(EMPTY.countAtMost(Long.MAX_VALUE)).isZero();
    EMPTY.forEachBucket((lowest, highest, count) -> assertThat(count).as("called").isZero());
  }

  @Test
  void valuesThatAreTooHighCountAsTheLowestSuchValue() {
    HistogramSnapshot snapshot = of(10, Long.MAX_VALUE);
    long lowest = snapshot.highestTrackable() + 1;
    assertThat(snapshot.saturated()).isEqualTo(1);
    assertThat(snapshot.quantile(1)).hasValue(lowest);
    assertThat(snapshot.mean()).hasValue((10 + lowest) / 2.0);
    assertThat(snapshot.min()).hasValue(10);
    assertThat(snapshot.max()).hasValue(Long.MAX_VALUE);
    assertThat(snapshot.countAtMost(lowest - 1)).isEqualTo(1);
    assertThat(of(Long.MAX_VALUE).min()).hasValue(lowest);
  }

  @Test
  void differsWhereCountsOrBucketsDiffer() {
    assertThat(of(1, 2)).isEqualTo(of(2, 1)).hasSameHashCodeAs(of(2, 1));
    assertThat(of(1, 2)).isNotEqualTo(of(1, 3)).isNotEqualTo(EMPTY).isNotEqualTo("count=2");
    assertThat(new LatencyHistogram(4, HIGHEST).snapshot()).isNotEqualTo(EMPTY);
    assertThat(EMPTY.precisionBits()).isEqualTo(5);
    assertThat(EMPTY.highestTrackable()).isEqualTo(1_006_632_959L);
  }

  @Test
  void saysWhatALogLineNeeds() {
    assertThat(EMPTY).hasToString("count=0");
    assertThat(of(1, 20, 40))
        .hasToString("count=3 min=1 mean=20.3 p50=20 p90=40 p99=40 p99.9=40 max=40");
    assertThat(of(7, Long.MAX_VALUE).toString())
        .startsWith("count=2 saturated=1 min=7 ")
        .endsWith(" max=9223372036854775807");
  }

  @Test
  void refusesAnotherLayout() {
    HistogramSnapshot coarser = new LatencyHistogram(3, 63).snapshot();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.merge(coarser))
        .withMessage("other must have buckets of 5 bits up to 1006632959, had 3 bits up to 63");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.minus(coarser))
        .withMessageStartingWith("earlier must have buckets of 5 bits up to 1006632959");
  }

  @Test
  void refusesWhatCannotBeEarlier() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(7, 100, 1_000).minus(of(7, 100, 101)))
        .withMessage(
            "earlier must be an earlier snapshot of the same histogram, but counts 2 values from"
                + " 100 to 101, and this one counts 1");
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    for (double q : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EMPTY.quantile(q))
          .withMessage("q must be from 0 to 1, was " + q);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.countAtMost(-1))
        .withMessage("value must be at least 0, was -1");
  }

  @Test
  @NullUnmarked
  void refusesNull() {
    assertThatNullPointerException().isThrownBy(() -> EMPTY.merge(null)).withMessage("other");
    assertThatNullPointerException().isThrownBy(() -> EMPTY.minus(null)).withMessage("earlier");
    assertThatNullPointerException()
        .isThrownBy(() -> EMPTY.forEachBucket(null))
        .withMessage("action");
  }

  /** Quantiles and mean use all counts, even if their sum has reached its limit. */
  @Test
  void countsStayAtTheGreatestNumberOnceTheyAreThere() {
    HistogramSnapshot ones = doubled(of(1), 64);
    HistogramSnapshot twos = doubled(of(2), 64);
    assertThat(ones.count()).isEqualTo(Long.MAX_VALUE);
    assertThat(ones.quantile(0.99)).hasValue(1);
    HistogramSnapshot all = ones.merge(twos).merge(of(3)).merge(ones);

    assertThat(all.count()).isEqualTo(Long.MAX_VALUE);
    assertThat(all.countAtMost(1)).isEqualTo(Long.MAX_VALUE);
    assertThat(all.countAtMost(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(all.min()).hasValue(1);
    assertThat(all.max()).hasValue(3);
    assertThat(all.mean()).hasValueCloseTo(1.5, within(1e-9));
    assertThat(all.quantile(0)).hasValue(1);
    assertThat(all.quantile(0.49)).hasValue(1);
    assertThat(all.quantile(0.51)).hasValue(2);
    assertThat(all.quantile(1)).hasValue(3);
    assertThat(all.toString()).startsWith("count=9223372036854775807 min=1 mean=1.5 p50=");
    assertThat(all.minus(ones).countAtMost(1)).isZero();
  }

  private static HistogramSnapshot doubled(HistogramSnapshot snapshot, int times) {
    return times == 0 ? snapshot : doubled(snapshot.merge(snapshot), times - 1);
  }
}
