package io.latchless.stress.soak;

import io.latchless.stress.subjects.CounterSubject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Every increment is in exactly one of the sums taken by resets, or in the final sum. */
public final class CounterAccount {
  private CounterAccount() {}

  /** Increments from several threads, while another thread repeatedly takes the sum. */
  public static List<String> audit(CounterSubject counter, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger counting = new AtomicInteger(threads);
    AtomicLong taken = new AtomicLong();
    Workers.run(
        threads + 1,
        member -> {
          if (member < threads) {
            for (int i = 0; i < rounds; i++) {
              counter.increment();
            }
            counting.decrementAndGet();
          } else {
            while (counting.get() > 0) {
              taken.addAndGet(counter.sumThenReset());
            }
          }
        });
    long left = counter.sum();
    long last = counter.sumThenReset();
    findings.require(left == last, "%d were left, and %d taken of them", left, last);
    findings.require(counter.sum() == 0, "%d are left after all were taken", counter.sum());
    long expected = (long) threads * rounds;
    findings.require(
        taken.get() + last == expected,
        "%d increments have led to %d in all",
        expected,
        taken.get() + last);
    return findings.list();
  }
}
