package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BucketsTest {
  @Provide
  Arbitrary<Buckets> layouts() {
    return Combinators.combine(
            Arbitraries.integers().between(Buckets.LEAST_BITS, Buckets.MOST_BITS),
            Arbitraries.longs().between(1, Buckets.MOST))
        .as(Buckets::of);
  }

  /** Values of all bit lengths alike; of all longs, most are long. */
  @Provide
  Arbitrary<Long> values() {
    return Combinators.combine(
            Arbitraries.longs().between(0, Long.MAX_VALUE), Arbitraries.integers().between(0, 62))
        .as((value, shift) -> value >>> shift);
  }

  @Property
  void aValueLiesWithinItsBucket(@ForAll("layouts") Buckets buckets, @ForAll("values") long value) {
    int index = buckets.indexOf(value);
    assertThat(index).isBetween(0, buckets.count() - 1);
    assertThat(value).isBetween(buckets.lowest(index), buckets.highest(index));
    assertThat(buckets.middle(index)).isBetween(buckets.lowest(index), buckets.highest(index));
  }

  @Property
  void bucketsFollowEachOther(
      @ForAll("layouts") Buckets buckets, @ForAll @IntRange(max = 1_000_000) int any) {
    int index = any % buckets.count();
    assertThat(buckets.indexOf(buckets.lowest(index))).isEqualTo(index);
    assertThat(buckets.indexOf(buckets.highest(index))).isEqualTo(index);
    if (index == 0) {
      assertThat(buckets.lowest(0)).isZero();
    } else {
      assertThat(buckets.lowest(index)).isEqualTo(buckets.highest(index - 1) + 1);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aHigherValueLiesInNoLowerBucket(
      @ForAll("layouts") Buckets buckets,
      @ForAll("values") long one,
      @ForAll("values") long other) {
    assertThat(Integer.compare(buckets.indexOf(one), buckets.indexOf(other)))
        .isIn(0, Long.compare(one, other));
  }

  /**
   * Checks in whole numbers: width * 2^bits is at most lowest, and |middle - value| * 2^(bits + 1)
   * is below value.
   */
  @Property
  void noBucketIsWiderThanPromised(
      @ForAll("layouts") Buckets buckets, @ForAll("values") long value) {
    int index = buckets.indexOf(value);
    if (index == buckets.overflow()) {
      assertThat(value).isGreaterThan(buckets.highestTrackable());
      assertThat(buckets.middle(index)).isEqualTo(buckets.highestTrackable() + 1);
      return;
    }
    long lowest = buckets.lowest(index);
    long width = buckets.highest(index) - lowest + 1;
    long error = Math.abs(buckets.middle(index) - value);
    if (value < 2L << buckets.precisionBits()) {
      assertThat(width).isEqualTo(1);
      assertThat(error).isZero();
    } else {
      assertThat(width).isLessThanOrEqualTo(lowest >> buckets.precisionBits());
      assertThat(error).isLessThanOrEqualTo((value - 1) >> (buckets.precisionBits() + 1));
    }
  }

  @Property
  void theHighestValueIsRoundedUpToTheEndOfItsBucket(
      @ForAll @IntRange(min = Buckets.LEAST_BITS, max = Buckets.MOST_BITS) int bits,
      @ForAll @LongRange(min = 1, max = Buckets.MOST) long highest) {
    Buckets buckets = Buckets.of(bits, highest);
    assertThat(buckets.highestTrackable() - highest).isBetween(0L, highest >> bits);
    assertThat(buckets.indexOf(highest)).isEqualTo(buckets.overflow() - 1);
    assertThat(buckets.indexOf(buckets.highestTrackable() + 1)).isEqualTo(buckets.overflow());
    assertThat(buckets.indexOf(Long.MAX_VALUE)).isEqualTo(buckets.overflow());
  }

  @Test
  void theDefaultHasSome1200() {
    assertThat(Buckets.of(5, 3_600_000_000_000L).count()).isEqualTo(1_206);
  }

  @Test
  void everyValueOfTheFirstOctavesLiesWhereItWasWorkedOutByHand() {
    Buckets buckets = Buckets.of(2, 31);
    assertThat(LongStream.rangeClosed(0, 33).mapToInt(buckets::indexOf))
        .containsExactly(
            0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14,
            14, 14, 14, 15, 15, 15, 15, 16, 16);
    assertThat(buckets.middle(14)).isEqualTo(25);
    assertThat(buckets).hasToString("2 bits up to 31");
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Buckets.of(0, 1))
        .withMessage("precisionBits must be from 1 to 14, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Buckets.of(15, 1))
        .withMessage("precisionBits must be from 1 to 14, was 15");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Buckets.of(5, 0))
        .withMessage("highest must be from 1 to 4611686018427387903, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Buckets.of(5, 1L << 62))
        .withMessage("highest must be from 1 to 4611686018427387903, was 4611686018427387904");
  }
}
