package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every record has 7 bytes and took 11 nanoseconds, so that all figures follow from one. */
class RequestMetricsUnderLoadTest {
  private static final int RECORDS = 300_000;
  private static final int WRITERS = 3;
  private final RequestMetrics metrics =
      RequestMetrics.builder().decaying(Duration.ofMinutes(1)).histogram(3, 1_000).build();

  @Test
  void everySnapshotAddsUpAndNoneShrinks() throws Exception {
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      work.add(this::write);
    }
    work.add(this::read);
    work.add(this::read);
    List<Long> results = together(work);

    assertThat(results.subList(WRITERS, results.size())).allMatch(snapshots -> snapshots > 0);
    RequestSnapshot end = metrics.snapshot();
    assertAddsUp(end);
    assertThat(end.requests()).isEqualTo((long) WRITERS * RECORDS);
  }

  @Test
  void everyRecordIsInExactlyOneInterval() throws Exception {
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      work.add(this::write);
    }
    work.add(this::takeIntervals);
    work.add(this::takeIntervals);
    List<Long> results = together(work);

    long inIntervals = results.get(WRITERS) + results.get(WRITERS + 1);
    assertThat(inIntervals + metrics.interval().requests()).isEqualTo((long) WRITERS * RECORDS);
  }

  private long write() {
    for (int i = 0; i < RECORDS; i++) {
      metrics.record(i % 3 == 0 ? Outcome.FAILURE : Outcome.SUCCESS, 7, 11);
    }
    return RECORDS;
  }

  private long read() {
    long snapshots = 0;
    RequestSnapshot before;
    RequestSnapshot now = metrics.snapshot();
    do {
      before = now;
      now = metrics.snapshot();
      assertAddsUp(now);
      assertThat(new RequestInterval(before, now).requests()).isNotNegative();
      snapshots++;
    } while (now.requests() < (long) WRITERS * RECORDS);
    return snapshots;
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

  private long takeIntervals() {
    long requests = 0;
    while (metrics.snapshot().requests() < (long) WRITERS * RECORDS) {
      RequestInterval interval = metrics.interval();
      assertThat(interval.bytes()).isEqualTo(7 * interval.requests());
      requests += interval.requests();
    }
    return requests;
  }

  private static List<Long> together(List<Callable<Long>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(work.size());
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Future<Long>> running = new ArrayList<>();
      for (Callable<Long> one : work) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return one.call();
                }));
      }
      List<Long> results = new ArrayList<>();
      for (Future<Long> future : running) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
