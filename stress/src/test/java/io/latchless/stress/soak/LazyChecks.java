package io.latchless.stress.soak;

import io.latchless.stress.subjects.LazyFactory;
import io.latchless.stress.subjects.Turn;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The behaviour of a lazy value whose initializer fails, or needs the value itself. */
public final class LazyChecks {
  private static final long PATIENCE_MILLIS = 500;

  private LazyChecks() {}

  /** Checks that the waiters for a failing attempt share its failure, without runs of their own. */
  public static List<String> sharedFailure(LazyFactory factory, int threads)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch asking = new CountDownLatch(threads + 1);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch mayFail = new CountDownLatch(1);
    Supplier<Integer> lazy =
        factory.create(
            () -> {
              runs.incrementAndGet();
              entered.countDown();
              mayFail.await();
              throw new IllegalStateException("not this time");
            });
    Workers.Task ask =
        member -> {
          asking.countDown();
          try {
            var unused = lazy.get();
          } catch (RuntimeException expected) {
            failed.incrementAndGet();
          }
        };
    Workers owner = Workers.start(1, ask);
    entered.await();
    Workers waiters = Workers.start(threads, ask);
    asking.await();
    while (!parkedForGood(waiters)) {
      Turn.pass();
    }
    mayFail.countDown();
    owner.join();
    waiters.join();
    findings.require(failed.get() == threads + 1, "%d threads were told", failed.get());
    findings.require(runs.get() == 1, "the failing initializer ran %d times", runs.get());
    return findings.list();
  }

  /** Returns whether all still wait after many checks, so not merely for class loading. */
  private static boolean parkedForGood(Workers waiters) {
    for (int i = 0; i < 1_000; i++) {
      Turn.pass();
      if (!waiters.allWait()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks that an initializer that needs its own value gets an exception, instead of a deadlock.
   */
  public static List<String> recursion(LazyFactory factory) throws InterruptedException {
    Findings findings = new Findings();
    AtomicReference<Supplier<Integer>> self = new AtomicReference<>();
    Supplier<Integer> lazy = factory.create(() -> askAgain(self));
    self.set(lazy);
    AtomicReference<RuntimeException> thrown = new AtomicReference<>();
    Workers asking =
        Workers.start(
            1,
            member -> {
              try {
                var unused = lazy.get();
              } catch (RuntimeException expected) {
                thrown.set(expected);
              }
            });
    boolean ended = asking.endsWithin(PATIENCE_MILLIS);
    findings.require(ended || !asking.allWait(), "waits for itself");
    if (ended || !asking.allWait()) {
      asking.join();
      findings.require(thrown.get() != null, "was not told of the recursion");
    }
    return findings.list();
  }

  @SuppressWarnings("NullAway") // set before any call
  private static int askAgain(AtomicReference<Supplier<Integer>> self) {
    return self.get().get() + 1;
  }
}
