package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.metrics.RequestMetrics;
import io.latchless.stress.Effort;
import io.latchless.stress.subjects.RequestSubject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestSoakTest {
  private static RequestSubject metrics() {
    return RequestSubject.of(
        RequestMetrics.builder().decaying(Duration.ofMinutes(1)).histogram(2, 100).build());
  }

  @Test
  void everySnapshotAddsUp() throws InterruptedException {
    for (int writers : new int[] {1, 2, 6}) {
      assertThat(RequestAccount.snapshots(metrics(), writers, Effort.of(100_000, 50_000_000)))
          .isEmpty();
    }
  }

  @Test
  void everyRecordIsInExactlyOneInterval() throws InterruptedException {
    assertThat(RequestAccount.intervals(metrics(), 2, Effort.of(100_000, 50_000_000))).isEmpty();
  }
}
