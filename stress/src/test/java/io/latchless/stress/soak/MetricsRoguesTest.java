package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.AverageOfIntegers;
import io.latchless.stress.rogues.AverageWithoutCompareAndSet;
import io.latchless.stress.rogues.CounterResetInTwoSteps;
import java.util.List;
import org.junit.jupiter.api.Test;

public class MetricsRoguesTest {
  private static final int THREADS = 4;

  private static void assertReported(List<String> findings, String expected) {
    assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  @Test
  void reportsAverageOfIntegers() {
    assertReported(
        AverageChecks.converges(new AverageOfIntegers()), "1000.0 after 1000 samples of 1005");
  }

  /** The rogue is correct in a single thread, so the report is of the lost sample. */
  @Test
  void reportsLostSample() throws InterruptedException {
    assertThat(AverageChecks.converges(new AverageWithoutCompareAndSet(0.1))).isEmpty();
    assertReported(
        AverageChecks.keepsAll(AverageWithoutCompareAndSet::new, THREADS, 200),
        "800 samples of several threads are");
  }

  @Test
  void reportsIncrementsLostInAReset() throws InterruptedException {
    assertReported(
        CounterAccount.audit(new CounterResetInTwoSteps(), THREADS, 200_000),
        "800000 increments have led to");
  }
}
