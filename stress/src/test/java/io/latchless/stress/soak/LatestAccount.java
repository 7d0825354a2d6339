package io.latchless.stress.soak;

import io.latchless.primitives.Snapshot;
import io.latchless.stress.subjects.LatestSubject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Versions are dense and unique, readers never go back, and each version has one value. */
public final class LatestAccount {
  private LatestAccount() {}

  public static List<String> audit(LatestSubject latest, int writers, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicIntegerArray written = new AtomicIntegerArray(writers * rounds + 1);
    AtomicIntegerArray read = new AtomicIntegerArray(writers * rounds + 1);
    AtomicInteger writing = new AtomicInteger(writers);
    Workers.run(
        writers + 2,
        member -> {
          if (member < writers) {
            for (int i = 1; i <= rounds; i++) {
              int value = member * rounds + i;
              int version = Math.toIntExact(latest.publish(value));
              findings.require(
                  written.compareAndSet(version, 0, value), "version %d was given twice", version);
            }
            writing.decrementAndGet();
          } else {
            long last = 0;
            do {
              Snapshot<Integer> now = latest.snapshot();
              findings.require(now.version() >= last, "went back from %d to %s", last, now);
              last = now.version();
              int before = read.getAndSet(Math.toIntExact(last), now.value());
              findings.require(
                  before == 0 || before == now.value(), "%s has also been %d", now, before);
            } while (writing.get() > 0);
          }
        });
    for (int version = 1; version < written.length(); version++) {
      int value = written.get(version);
      int seen = read.get(version);
      findings.require(value != 0, "version %d was never given", version);
      findings.require(
          seen == 0 || seen == value, "version %d was %d, and read as %d", version, value, seen);
    }
    return findings.list();
  }
}
