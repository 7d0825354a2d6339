package io.latchless.benchmarks.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannWhitneyTest {
  /** Published tables give critical values of U, two-sided, 5 %; the rank is one more. */
  @ParameterizedTest
  @CsvSource({
    "6,6,5",
    "6,7,6",
    "6,8,8",
    "6,20,27",
    "7,7,8",
    "8,8,13",
    "9,9,17",
    "10,10,23",
    "12,12,37",
    "15,15,64",
    "20,20,127",
    "20,6,27"
  })
  void ranksAreThoseOfPublishedTables(int first, int second, int critical) {
    assertThat(MannWhitney.rank(first, second)).isEqualTo(critical + 1);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,30", "2,7", "3,4"})
  void samplesThatAreTooSmallHaveNoRank(int first, int second) {
    assertThat(MannWhitney.rank(first, second)).isZero();
  }

  @Test
  void coverageIsAtLeastWhatIsClaimedAndTheNextRankWouldMissIt() {
    for (int first = Shift.FEWEST; first <= 12; first++) {
      for (int second = first; second <= 12; second++) {
        int rank = MannWhitney.rank(first, second);
        assertThat(coverage(first, second, rank)).isGreaterThanOrEqualTo(MannWhitney.CONFIDENCE);
        assertThat(coverage(first, second, rank + 1)).isLessThan(MannWhitney.CONFIDENCE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"6,150", "6,200", "10,91", "30,31", "31,31", "20,60", "40,50"})
  void approximationErrsToTheWiderSideAndByLittle(int first, int second) {
    assertThat(first * second).isGreaterThanOrEqualTo(MannWhitney.COUNTED_PAIRS);
    int counted = MannWhitney.counted(first, second);
    assertThat(MannWhitney.approximated(first, second)).isBetween(counted - 3, counted);
  }

  @Test
  void largeSamplesNeitherUnderflowNorOverflow() {
    assertThat(MannWhitney.rank(2_000, 2_000)).isBetween(1_920_000, 1_930_000);
  }

  /**
   * Computes the coverage exactly, with integers: 1 - 2 P(U below rank), over all orders of the
   * values.
   */
  private static double coverage(int first, int second, int rank) {
    BigInteger[] orders = new BigInteger[first * second + 1];
    Arrays.fill(orders, BigInteger.ZERO);
    place(first, second, 0, orders);
    BigInteger all = Arrays.stream(orders).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger tail = Arrays.stream(orders, 0, rank).reduce(BigInteger.ZERO, BigInteger::add);
    return 1 - 2 * tail.doubleValue() / all.doubleValue();
  }

  /** Enumerates every order, value by value from the smallest. */
  private static void place(int first, int second, int pairs, BigInteger[] orders) {
    if (first == 0) {
      orders[pairs] = orders[pairs].add(BigInteger.ONE);
      return;
    }
    // If the next value is from the first sample, it is below all remaining values of the second.
    place(first - 1, second, pairs + second, orders);
    if (second > 0) {
      place(first, second - 1, pairs, orders);
    }
  }
}
