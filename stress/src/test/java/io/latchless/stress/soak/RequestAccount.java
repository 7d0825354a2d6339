package io.latchless.stress.soak;

import io.latchless.stress.subjects.RequestSubject;
import io.latchless.stress.subjects.RequestSubject.Figures;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Every request has 7 bytes and takes 11 ns, so that all figures follow from their number. */
public final class RequestAccount {
  private static final int BYTES = 7;
  private static final int NANOS = 11;

  private RequestAccount() {}

  /**
   * Writers record while one reader takes snapshots: each adds up, and none is less than before.
   */
  public static List<String> snapshots(RequestSubject metrics, int writers, int records)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger writing = new AtomicInteger(writers);
    Crew.run(
        writers + 1,
        member -> {
          if (member < writers) {
            write(metrics, records);
            writing.decrementAndGet();
          } else {
            long last = 0;
            boolean over;
            do {
              over = writing.get() == 0;
              Figures now = metrics.snapshot();
              requireAddsUp(findings, now);
              findings.require(
                  now.requests() >= last, "%d requests after %d", now.requests(), last);
              last = now.requests();
            } while (!over);
          }
        });
    long end = metrics.snapshot().requests();
    findings.require(
        end == (long) writers * records, "%d records are %d requests", writers * records, end);
    return findings.list();
  }

  /** Writers record while two others take intervals: each record is in exactly one of them. */
  public static List<String> intervals(RequestSubject metrics, int writers, int records)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger writing = new AtomicInteger(writers);
    AtomicLong counted = new AtomicLong();
    Crew.run(
        writers + 2,
        member -> {
          if (member < writers) {
            write(metrics, records);
            writing.decrementAndGet();
          } else {
            boolean over;
            do {
              over = writing.get() == 0;
              Figures interval = metrics.interval();
              requireAddsUp(findings, interval);
              counted.addAndGet(interval.requests());
            } while (!over);
          }
        });
    findings.require(
        counted.get() == (long) writers * records,
        "%d records are in intervals with %d requests",
        writers * records,
        counted.get());
    return findings.list();
  }

  private static void write(RequestSubject metrics, int records) {
    for (int i = 0; i < records; i++) {
      metrics.record(i % 3 != 0, BYTES, NANOS);
    }
  }

  private static void requireAddsUp(Findings findings, Figures seen) {
    long requests = seen.requests();
    findings.require(
        seen.bytes() == requests * BYTES, "torn: %d requests, %d bytes", requests, seen.bytes());
    findings.require(
        seen.nanos() == requests * NANOS, "torn: %d requests took %d ns", requests, seen.nanos());
    findings.require(
        seen.inHistogram() == requests,
        "torn: %d requests, %d in the histogram",
        requests,
        seen.inHistogram());
  }
}
