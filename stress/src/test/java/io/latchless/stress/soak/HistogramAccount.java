package io.latchless.stress.soak;

import io.latchless.stress.subjects.HistogramSubject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The count of a histogram equals the sum of its buckets at every read, never falls, and is exact
 * at the end.
 */
public final class HistogramAccount {
  private HistogramAccount() {}

  public static List<String> audit(HistogramSubject histogram, int recorders, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger recording = new AtomicInteger(recorders);
    Workers.run(
        recorders + 1,
        member -> {
          if (member < recorders) {
            for (int i = 0; i < rounds; i++) {
              histogram.record(i % 1_000);
            }
            recording.decrementAndGet();
          } else {
            long last = 0;
            while (recording.get() > 0) {
              HistogramSubject.Look now = histogram.look();
              findings.require(
                  now.count() == now.inBuckets(),
                  "a count of %d beside buckets that hold %d",
                  now.count(),
                  now.inBuckets());
              findings.require(now.count() >= last, "%d records became %d", last, now.count());
              last = now.count();
            }
          }
        });
    long expected = (long) recorders * rounds;
    HistogramSubject.Look end = histogram.look();
    findings.require(
        end.count() == expected && end.inBuckets() == expected,
        "%d records have led to a count of %d and to %d in buckets",
        expected,
        end.count(),
        end.inBuckets());
    return findings.list();
  }
}
