package io.latchless.stress.soak;

import io.latchless.stress.subjects.LazyFactory;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every initializer runs once, however many threads call it at the same moment. */
public final class LazyAccount {
  private LazyAccount() {}

  public static List<String> audit(LazyFactory factory, int threads, int objects)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger runs = new AtomicInteger();
    List<Supplier<Integer>> lazies =
        Stream.generate(() -> factory.create(runs::incrementAndGet)).limit(objects).toList();
    int[][] seen = new int[threads][objects];
    CyclicBarrier together = new CyclicBarrier(threads);
    Workers.run(
        threads,
        member -> {
          for (int i = 0; i < objects; i++) {
            if (i % 16 == 0) {
              together.await();
            }
            seen[member][i] = lazies.get(i).get();
          }
        });
    findings.require(runs.get() == objects, "%d objects were made %d times", objects, runs.get());
    for (int member = 1; member < threads; member++) {
      for (int i = 0; i < objects; i++) {
        findings.require(
            seen[member][i] == seen[0][i],
            "object %d is %d and %d",
            i,
            seen[0][i],
            seen[member][i]);
      }
    }
    return findings.list();
  }
}
