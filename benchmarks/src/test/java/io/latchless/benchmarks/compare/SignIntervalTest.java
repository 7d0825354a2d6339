package io.latchless.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignIntervalTest {
  @ParameterizedTest
  @CsvSource({
    "0,0", "1,0", "2,0", "5,0", "6,1", "7,1", "8,1", "9,2", "11,2", "12,3", "14,3", "15,4", "16,4",
    "17,5", "20,6", "25,8", "30,10", "50,18", "100,40"
  })
  void ranksAreThoseOfPublishedTables(int size, int rank) {
    assertThat(SignInterval.rank(size)).isEqualTo(rank);
  }

  @Test
  void coverageIsAtLeastWhatIsClaimedAndTheNextRankWouldMissIt() {
    for (int size = SignInterval.FEWEST; size <= 200; size++) {
      int rank = SignInterval.rank(size);
      assertThat(coverage(size, rank)).as("size %d", size).isGreaterThanOrEqualTo(0.95);
      assertThat(coverage(size, rank + 1)).as("size %d", size).isLessThan(0.95);
    }
  }

  @Test
  void largeSamplesNeitherUnderflowNorOverflow() {
    assertThat(SignInterval.rank(20_000)).isCloseTo(10_000 - 139, within(2));
  }

  @ParameterizedTest
  @CsvSource({"0,6", "5,6", "6,9", "7,9", "8,9", "9,12", "12,15", "15,17"})
  void nextTighterSkipsSizesThatGainNothing(int size, int next) {
    assertThat(SignInterval.nextTighter(size)).isEqualTo(next);
  }

  @Test
  void stepsAreTheSizesThatGainSomething() {
    assertThat(SignInterval.isStep(6)).isTrue();
    assertThat(SignInterval.isStep(7)).isFalse();
    assertThat(SignInterval.isStep(9)).isTrue();
  }

  /**
   * Computes the coverage exactly, with integers: 1 - 2 P(fewer than rank heads of size fair
   * coins).
   */
  private static double coverage(int size, int rank) {
    BigInteger term = BigInteger.ONE;
    BigInteger tail = BigInteger.ZERO;
    for (int i = 0; i < rank; i++) {
      tail = tail.add(term);
      term = term.multiply(BigInteger.valueOf(size - i)).divide(BigInteger.valueOf(i + 1));
    }
    BigDecimal all = new BigDecimal(BigInteger.TWO.pow(size));
    return 1 - 2 * new BigDecimal(tail).divide(all).doubleValue();
  }
}
