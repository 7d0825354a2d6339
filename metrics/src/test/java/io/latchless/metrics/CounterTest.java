package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CounterTest {
  private static final int THREADS = 4;
  private static final int EACH = 200_000;

  private final Counter counter = new Counter();

  @Test
  void beginsAtZero() {
    assertThat(counter.sum()).isZero();
    assertThat(counter.sumThenReset()).isZero();
    assertThat(counter).hasToString("0");
  }

  @Test
  void countsWhatItIsTold() {
    counter.increment();
    counter.add(41);
    counter.add(0);
    assertThat(counter.sum()).isEqualTo(42);
    assertThat(counter).hasToString("42");
  }

  @Test
  void startsAgainFromZero() {
    counter.add(42);
    assertThat(counter.sumThenReset()).isEqualTo(42);
    assertThat(counter.sum()).isZero();
    counter.increment();
    assertThat(counter.sumThenReset()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesToGoDown(long amount) {
    counter.increment();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counter.add(amount))
        .withMessage("amount must be at least 0, was " + amount);
    assertThat(counter.sum()).isEqualTo(1);
  }

  @Test
  void staysAtTheGreatestNumberOnceItIsThere() {
    for (int i = 0; i < 5; i++) {
      counter.add(Long.MAX_VALUE);
      counter.increment();
      counter.add(1L << 40);
      assertThat(counter.sum()).isEqualTo(Long.MAX_VALUE);
    }
    assertThat(counter).hasToString("9223372036854775807");
    assertThat(counter.sumThenReset()).isEqualTo(Long.MAX_VALUE);
    assertThat(counter.sum()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1L << 40, (1L << 40) + 1, Long.MAX_VALUE})
  void noWordGoesBeyondTheGreatestNumber(long amount) {
    counter.add(Long.MAX_VALUE - 1);
    counter.grow();
    counter.add(amount);
    assertThat(counter.sum()).isEqualTo(Long.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      counter.add(Long.MAX_VALUE);
      counter.increment();
    }
    assertThat(counter.sum()).isEqualTo(Long.MAX_VALUE);
    assertThat(counter.sumThenReset()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void oneThreadAloneAddsNoWords() {
    for (int i = 0; i < EACH; i++) {
      counter.increment();
    }
    assertThat(counter.sum()).isEqualTo(EACH);
    assertThat(counter.cellCount()).isZero();
  }

  @Test
  void doublesItsCellsUpToTheBoundAndKeepsWhatTheyHold() {
    long expected = 0;
    for (int cells : new int[] {0, 2, 4, 8, 16}) {
      assertThat(counter.cellCount()).isEqualTo(cells);
      counter.add(1_000 + cells);
      expected += 1_000 + cells;
      assertThat(counter.sum()).isEqualTo(expected);
      counter.grow();
    }
    for (int i = 0; i < 100; i++) {
      counter.grow();
    }
    assertThat(counter.cellCount()).isEqualTo(Counter.MOST_CELLS);
    assertThat(counter.sum()).isEqualTo(expected);
    assertThat(counter.sumThenReset()).isEqualTo(expected);
    assertThat(counter.sum()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "2, 16", "3, 32", "4, 32", "5, 64", "64, 512", "100, 1024"})
  void hasAPowerOfTwoOfCellsForTheProcessors(int processors, int cells) {
    assertThat(Counter.mostCells(processors)).isEqualTo(cells);
  }

  @Test
  void cellsGrowUnderContentionAndStayBounded() throws Exception {
    AtomicLong counted = new AtomicLong();
    Together.run(
        THREADS,
        index -> {
          long mine = 0;
          while (counter.cellCount() == 0 || mine < EACH) {
            counter.increment();
            mine++;
          }
          counted.addAndGet(mine);
        });
    assertThat(counter.cellCount()).isBetween(2, Counter.MOST_CELLS);
    assertThat(counter.sum()).isEqualTo(counted.get());
  }

  @Test
  void growthBesideCountingLosesNothing() throws Exception {
    for (int round = 0; round < 200; round++) {
      Counter young = new Counter();
      Together.run(
          THREADS,
          index -> {
            for (int i = 0; i < 500; i++) {
              if (i % 100 == 25 * index) {
                young.grow();
              }
              young.add(1 + i % 3);
            }
          });
      assertThat(young.sum()).isEqualTo(THREADS * (500L + 499));
    }
  }

  @Test
  void everyIncrementIsInExactlyOneResult() throws Exception {
    AtomicLong taken = new AtomicLong();
    Together.runBeside(
        THREADS,
        index -> {
          for (int i = 0; i < EACH; i++) {
            counter.increment();
          }
        },
        () -> taken.addAndGet(counter.sumThenReset()));
    assertThat(taken.get() + counter.sumThenReset()).isEqualTo((long) THREADS * EACH);
  }

  @Test
  void severalWhoResetShareWhatIsCounted() throws Exception {
    AtomicLong taken = new AtomicLong();
    Together.run(
        THREADS,
        index -> {
          for (int i = 0; i < EACH; i++) {
            counter.add(2);
            if (i % 16 == 0) {
              taken.addAndGet(counter.sumThenReset());
            }
          }
        });
    assertThat(taken.get() + counter.sumThenReset()).isEqualTo(2L * THREADS * EACH);
  }

  @Test
  void theSumsOfOneReaderNeverGoDownAndHoldWhatItHasCounted() throws Exception {
    Together.run(
        THREADS,
        index -> {
          long last = 0;
          for (int i = 1; i <= EACH / 10; i++) {
            counter.increment();
            long now = counter.sum();
            assertThat(now).isGreaterThan(last).isGreaterThanOrEqualTo(i);
            last = now;
          }
        });
    assertThat(counter.sum()).isEqualTo(THREADS * (EACH / 10L));
  }
}
