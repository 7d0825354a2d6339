package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GaugeTest {
  private final Gauge gauge = new Gauge();

  @Test
  void beginsAtZero() {
    assertThat(gauge.get()).isZero();
    assertThat(gauge).hasToString("0");
  }

  @Test
  void tellsWhatAChangeHasLedTo() {
    assertThat(gauge.increment()).isEqualTo(1);
    assertThat(gauge.add(41)).isEqualTo(42);
    assertThat(gauge.decrement()).isEqualTo(41);
    assertThat(gauge.add(-50)).isEqualTo(-9);
    assertThat(gauge.get()).isEqualTo(-9);
    assertThat(gauge).hasToString("-9");
  }

  @Test
  void isSetWhateverItWas() {
    gauge.add(5);
    gauge.set(-3);
    assertThat(gauge.get()).isEqualTo(-3);
    assertThat(gauge.increment()).isEqualTo(-2);
  }

  @Test
  void goesOnAtTheOtherEndBeyondItsBounds() {
    gauge.set(Long.MAX_VALUE);
    assertThat(gauge.increment()).isEqualTo(Long.MIN_VALUE);
    assertThat(gauge.decrement()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void noChangeOfManyThreadsIsLost() throws Exception {
    Together.run(
        4,
        index -> {
          for (int i = 0; i < 200_000; i++) {
            gauge.add(index + 1);
            gauge.decrement();
          }
        });
    assertThat(gauge.get()).isEqualTo(200_000L * (0 + 1 + 2 + 3));
  }

  @Test
  void everyNumberUpToTheLastIsLedToOnce() throws Exception {
    AtomicLong sum = new AtomicLong();
    int threads = 4;
    int each = 50_000;
    Together.run(
        threads,
        index -> {
          long mine = 0;
          for (int i = 0; i < each; i++) {
            mine += gauge.increment();
          }
          sum.addAndGet(mine);
        });
    long last = (long) threads * each;
    assertThat(gauge.get()).isEqualTo(last);
    assertThat(sum.get()).isEqualTo(last * (last + 1) / 2);
  }

  /** Checks the advice in the Javadoc to use two counters instead of a gauge. */
  @Test
  void theDifferenceOfTwoCountersIsNeverBelowZero() throws Exception {
    Counter started = new Counter();
    Counter finished = new Counter();
    Together.runBeside(
        3,
        index -> {
          for (int i = 0; i < 100_000; i++) {
            started.increment();
            finished.increment();
          }
        },
        () -> {
          long over = finished.sum();
          assertThat(started.sum() - over).isNotNegative();
        });
    assertThat(started.sum()).isEqualTo(finished.sum()).isEqualTo(300_000);
  }
}
