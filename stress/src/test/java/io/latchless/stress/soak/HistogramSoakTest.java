package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.metrics.LatencyHistogram;
import io.latchless.stress.Effort;
import io.latchless.stress.subjects.HistogramSubject;
import org.junit.jupiter.api.Test;

class HistogramSoakTest {
  private static final int THREADS = 4;

  @Test
  void everyRecordIsCountedAndTheCountIsThatOfTheBuckets() throws InterruptedException {
    HistogramSubject histogram = HistogramSubject.of(new LatencyHistogram());
    assertThat(HistogramAccount.audit(histogram, THREADS, Effort.of(500_000, 100_000_000)))
        .isEmpty();
  }
}
