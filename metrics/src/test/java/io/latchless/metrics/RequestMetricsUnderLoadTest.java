package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Every record has 7 bytes and took 11 nanoseconds, so each figure determines all others. */
class RequestMetricsUnderLoadTest {
  private static final int RECORDS = 300_000;
  private static final int WRITERS = 3;
  private static final int READERS = 2;
  private final RequestMetrics metrics =
      RequestMetrics.builder().decaying(Duration.ofMinutes(1)).histogram(3, 1_000).build();

  @Test
  void everySnapshotAddsUpAndNoneShrinks() throws Exception {
    Together.run(
        WRITERS + READERS,
        index -> {
          if (index < WRITERS) {
            write();
          } else {
            readToTheEnd();
          }
        });

    RequestSnapshot end = metrics.snapshot();
    assertAddsUp(end);
    assertThat(end.requests()).isEqualTo((long) WRITERS * RECORDS);
  }

  @Test
  void everyRecordIsInExactlyOneInterval() throws Exception {
    AtomicLong inIntervals = new AtomicLong();
    Together.run(
        WRITERS + READERS,
        index -> {
          if (index < WRITERS) {
            write();
          } else {
            inIntervals.addAndGet(takeIntervalsToTheEnd());
          }
        });

    assertThat(inIntervals.get() + metrics.interval().requests())
        .isEqualTo((long) WRITERS * RECORDS);
  }

  private void write() {
    for (int i = 0; i < RECORDS; i++) {
      metrics.record(i % 3 == 0 ? Outcome.FAILURE : Outcome.SUCCESS, 7, 11);
    }
  }

  private void readToTheEnd() {
    RequestSnapshot before;
    RequestSnapshot now = metrics.snapshot();
    do {
      before = now;
      now = metrics.snapshot();
      assertAddsUp(now);
      assertThat(new RequestInterval(before, now).requests()).isNotNegative();
    } while (now.requests() < (long) WRITERS * RECORDS);
  }

  private static void assertAddsUp(RequestSnapshot now) {
    long requests = now.requests();
    assertThat(now.bytes()).isEqualTo(7 * requests);
    assertThat(now.totalLatency()).isEqualTo(Duration.ofNanos(11 * requests));
    assertThat(requireNonNull(now.latencies()).count()).isEqualTo(requests);
    if (requests > 0) {
      assertThat(now.minNanos()).isEqualTo(11);
      assertThat(now.maxNanos()).isEqualTo(11);
      assertThat(now.decayingMeanNanos()).isBetween(11 - 1e-9, 11 + 1e-9);
    }
  }

  private long takeIntervalsToTheEnd() {
    long requests = 0;
    while (metrics.snapshot().requests() < (long) WRITERS * RECORDS) {
      RequestInterval interval = metrics.interval();
      assertThat(interval.bytes()).isEqualTo(7 * interval.requests());
      requests += interval.requests();
    }
    return requests;
  }
}
