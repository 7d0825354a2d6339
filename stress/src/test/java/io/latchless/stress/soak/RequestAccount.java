package io.latchless.stress.soak;

import io.latchless.stress.subjects.RequestSubject;
import io.latchless.stress.subjects.RequestSubject.Figures;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Every request has 7 bytes and takes 11 ns, so all figures follow from the number of requests. */
public final class RequestAccount {
  private static final int BYTES = 7;
  private static final int NANOS = 11;

  private RequestAccount() {}

  /**
   * Records in several threads while a reader takes snapshots: each adds up, and no figure shrinks.
   */
  public static List<String> snapshots(RequestSubject metrics, int writers, int records)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger writing = new AtomicInteger(writers);
    Workers.run(
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

  /** Records in several threads while two others take intervals: each record is in exactly one. */
  public static List<String> intervals(RequestSubject metrics, int writers, int records)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger writing = new AtomicInteger(writers);
    AtomicLong counted = new AtomicLong();
    Workers.run(
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

  /** Records the largest legal values: the sums stay readable and never shrink. */
  public static List<String> extremes(RequestSubject metrics) {
    Findings findings = new Findings();
    Figures before = metrics.snapshot();
    for (int i = 1; i <= 3; i++) {
      metrics.record(true, Long.MAX_VALUE, Long.MAX_VALUE);
      Figures now = metrics.snapshot();
      findings.require(now.requests() == i, "%d requests are %d", i, now.requests());
      findings.require(
          now.bytes() >= before.bytes() && now.nanos() >= before.nanos(),
          "sums that shrink: %s after %s",
          now,
          before);
      before = now;
    }
    Figures interval = metrics.interval();
    findings.require(interval.requests() == 3, "an interval of %d", interval.requests());
    return findings.list();
  }

  /** Sets the clock back between two intervals, which must lose no record. */
  public static List<String> clockSetBack(Function<LongSupplier, RequestSubject> maker) {
    Findings findings = new Findings();
    AtomicLong clock = new AtomicLong();
    RequestSubject metrics = maker.apply(clock::get);
    long counted = 0;
    for (int i = 0; i < 3; i++) {
      clock.addAndGet(i == 1 ? -TimeUnit.HOURS.toNanos(1) : TimeUnit.HOURS.toNanos(2));
      metrics.record(true, BYTES, NANOS);
      Figures interval = metrics.interval();
      requireAddsUp(findings, interval);
      counted += interval.requests();
    }
    findings.require(counted == 3, "3 records are in intervals with %d requests", counted);
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
