package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchless.metrics.MaxMin.Range;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaxMinTest {
  private static final int THREADS = 3;

  private final MaxMin maxMin = new MaxMin();

  private static void assertEmpty(MaxMin maxMin) {
    assertThat(maxMin.max()).isEmpty();
    assertThat(maxMin.min()).isEmpty();
    assertThat(maxMin.range()).isEmpty();
    assertThat(maxMin).hasToString("MaxMin[]");
  }

  private static void assertRange(MaxMin maxMin, long min, long max) {
    assertThat(maxMin.max()).hasValue(max);
    assertThat(maxMin.min()).hasValue(min);
    assertThat(maxMin.range()).contains(new Range(min, max));
    assertThat(maxMin).hasToString("MaxMin[" + min + " to " + max + "]");
  }

  @Test
  void beginsEmpty() {
    assertEmpty(maxMin);
    assertThat(maxMin.rangeThenReset()).isEmpty();
  }

  /** Includes the greatest and the least long, which the implementation uses as marks. */
  @ParameterizedTest
  @ValueSource(longs = {0, 17, -3, Long.MAX_VALUE, Long.MIN_VALUE})
  void theFirstIsBothEnds(long first) {
    maxMin.record(first);
    assertRange(maxMin, first, first);
    maxMin.record(first);
    assertThat(maxMin.rangeThenReset()).contains(new Range(first, first));
    assertEmpty(maxMin);
  }

  @Test
  void isExtendedToWhatIsOutside() {
    maxMin.record(10);
    maxMin.record(17);
    assertRange(maxMin, 10, 17);
    maxMin.record(-3);
    assertRange(maxMin, -3, 17);
    maxMin.record(5);
    assertRange(maxMin, -3, 17);
    maxMin.record(Long.MAX_VALUE);
    maxMin.record(Long.MIN_VALUE);
    assertRange(maxMin, Long.MIN_VALUE, Long.MAX_VALUE);
    maxMin.record(0);
    assertRange(maxMin, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Test
  void startsAgainAfterAReset() {
    maxMin.record(10);
    maxMin.record(17);
    assertThat(maxMin.rangeThenReset()).contains(new Range(10, 17));
    assertEmpty(maxMin);
    maxMin.record(12);
    assertRange(maxMin, 12, 12);
  }

  @Test
  void aRangeRefusesEndsThatCross() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(2, 1))
        .withMessage("min must be at most max, 1, was 2");
  }

  @Property(tries = 1_000)
  void agreesWithTheJdk(@ForAll List<Long> values) {
    MaxMin ours = new MaxMin();
    values.forEach(ours::record);
    if (values.isEmpty()) {
      assertEmpty(ours);
    } else {
      LongSummaryStatistics jdk = values.stream().mapToLong(Long::longValue).summaryStatistics();
      assertRange(ours, jdk.getMin(), jdk.getMax());
    }
  }

  /**
   * Each thread goes outwards from zero. So every number that it records is an extreme, unless
   * other threads have gone further, and the range that it reads contains the number that it has
   * just recorded.
   */
  @Test
  void readersSeeRangesThatGrowAndHoldWhatTheyHaveRecorded() throws Exception {
    Together.run(
        THREADS,
        index -> {
          Range last = new Range(0, 0);
          maxMin.record(0);
          for (int i = 1; i <= 50_000; i++) {
            long value = i % 2 == 0 ? i : -i;
            maxMin.record(value);
            Range now = maxMin.range().orElseThrow();
            assertThat(now.min()).isLessThanOrEqualTo(Math.min(value, last.min()));
            assertThat(now.max()).isGreaterThanOrEqualTo(Math.max(value, last.max()));
            assertThat(maxMin.max().orElseThrow()).isGreaterThanOrEqualTo(now.max());
            assertThat(maxMin.min().orElseThrow()).isLessThanOrEqualTo(now.min());
            last = now;
          }
        });
    assertRange(maxMin, -49_999, 50_000);
  }

  /**
   * All numbers differ and go outwards. The greatest and the least number of a thread in an
   * interval are its last ones, so each result shows how far the threads had come.
   */
  @Test
  void everyRecordIsInExactlyOneOfTheRangesThatAreTaken() throws Exception {
    int each = 100_000;
    Collection<Range> taken = new ConcurrentLinkedQueue<>();
    Together.runBeside(
        1,
        index -> {
          for (int i = 1; i <= each; i++) {
            maxMin.record(i);
          }
        },
        () -> maxMin.rangeThenReset().ifPresent(taken::add));
    maxMin.rangeThenReset().ifPresent(taken::add);
    long next = 1;
    for (Range range : taken) {
      assertThat(range.min()).as("nothing is lost, and nothing is there twice").isEqualTo(next);
      next = range.max() + 1;
    }
    assertThat(next).isEqualTo(each + 1);
  }

  @Test
  void theExtremesOfAllAreInTheRangesThatAreTaken() throws Exception {
    int each = 50_000;
    Collection<Range> taken = new ConcurrentLinkedQueue<>();
    Together.runBeside(
        THREADS,
        index -> {
          for (int i = 1; i <= each; i++) {
            maxMin.record(i % 2 == 0 ? i : -i);
          }
        },
        () -> maxMin.rangeThenReset().ifPresent(taken::add));
    maxMin.rangeThenReset().ifPresent(taken::add);
    assertThat(taken.stream().mapToLong(Range::min).min()).hasValue(1 - each);
    assertThat(taken.stream().mapToLong(Range::max).max()).hasValue(each);
  }

  /**
   * At most one number of each of two threads waits to be taken, so each number shows as an end of
   * a range.
   */
  @Test
  void twoWhoResetShareWhatWasRecorded() throws Exception {
    int each = 50_000;
    Collection<Range> taken = new ConcurrentLinkedQueue<>();
    Together.run(
        2,
        index -> {
          for (int i = 0; i < each; i++) {
            maxMin.record((long) index * each + i);
            maxMin.rangeThenReset().ifPresent(taken::add);
          }
        });
    assertThat(maxMin.range()).isEmpty();
    BitSet seen = new BitSet();
    int ends = 0;
    for (Range range : taken) {
      seen.set((int) range.min());
      seen.set((int) range.max());
      ends += range.min() == range.max() ? 1 : 2;
    }
    assertThat(ends).as("each once").isEqualTo(2 * each);
    assertThat(seen.cardinality()).as("all of them").isEqualTo(2 * each);
  }
}
