package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests initializers that need one another. */
@Timeout(60)
class LazyRecursionTest {
  private final List<Lazy<String>> lazies = new ArrayList<>();

  /** Adds a value whose initializer requests another one. */
  private Lazy<String> needing(int other) {
    Lazy<String> lazy = Lazy.of(() -> "needs " + lazies.get(other).get());
    lazies.add(lazy);
    return lazy;
  }

  @Test
  void oneThatAsksForItselfIsToldSo() {
    Lazy<String> lazy = needing(0);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(lazy::get)
          .isInstanceOf(LazyInitializationException.class)
          .cause()
          .isInstanceOf(RecursiveInitializationException.class)
          .hasMessage("the initializer requires the value that it is computing");
      assertThat(lazy.isReady()).isFalse();
    }
  }

  @Test
  void oneThatAsksForItselfThroughAnotherIsToldSo() {
    Lazy<String> first = needing(1);
    needing(0);
    assertThatThrownBy(first::get)
        .isInstanceOf(LazyInitializationException.class)
        .hasRootCauseInstanceOf(RecursiveInitializationException.class);
  }

  @Test
  void oneThatCopesWithTheRefusalSucceeds() {
    AtomicInteger refused = new AtomicInteger();
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              try {
                return lazies.get(0).get();
              } catch (RecursiveInitializationException e) {
                refused.incrementAndGet();
                return "without";
              }
            });
    lazies.add(lazy);
    assertThat(lazy.get()).isEqualTo("without");
    assertThat(refused).hasValue(1);
  }

  /** Two threads each run one initializer and then request the other's value: a true deadlock. */
  @Test
  void aCircleOverThreadsIsBrokenAndNobodyHangs() throws Exception {
    for (int threads = 2; threads <= 4; threads++) {
      for (int round = 0; round < 100; round++) {
        assertCircleIsBroken(threads);
      }
    }
  }

  private static void assertCircleIsBroken(int threads) throws Exception {
    CyclicBarrier allInside = new CyclicBarrier(threads);
    List<Lazy<String>> circle = new ArrayList<>();
    AtomicInteger attempts = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      int other = (i + 1) % threads;
      circle.add(
          Lazy.rememberingFailure(
              () -> {
                attempts.incrementAndGet();
                allInside.await();
                return circle.get(other).get();
              }));
    }
    List<Race.Runner<String>> callers = new ArrayList<>();
    for (Lazy<String> lazy : circle) {
      callers.add(Race.start(lazy::get));
    }
    for (Race.Runner<String> caller : callers) {
      assertThat(caller.failure())
          .isInstanceOf(LazyInitializationException.class)
          .hasRootCauseInstanceOf(RecursiveInitializationException.class);
    }
    assertThat(attempts).hasValue(threads);
  }

  @Test
  void waitingForAnInitializerThatNeedsNothingOfOnesOwnIsNoRecursion() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Lazy<String> slow =
        Lazy.of(
            () -> {
              goOn.await();
              return "slow";
            });
    Race.Runner<String> owner = Race.start(slow::get).untilParked();
    Lazy<String> outer = Lazy.of(() -> "needs " + slow.get());
    Race.Runner<String> waiter = Race.start(outer::get).untilParked();
    Race.Runner<String> behindIt = Race.start(outer::get).untilParked();
    goOn.countDown();
    assertThat(owner.result()).isEqualTo("slow");
    assertThat(waiter.result()).isEqualTo("needs slow");
    assertThat(behindIt.result()).isEqualTo("needs slow");
  }

  /** A waiting worker must not run a task of its pool that requests the value it is computing. */
  @Test
  void aTaskOfTheSameWorkerIsNoRecursion() throws Exception {
    int tasks = 4 * ForkJoinPool.getCommonPoolParallelism();
    CountDownLatch goOn = new CountDownLatch(1);
    Lazy<String> slow =
        Lazy.of(
            () -> {
              goOn.await();
              return "slow";
            });
    Race.Runner<String> owner = Race.start(slow::get).untilParked();
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    List<CompletableFuture<String>> inner = new ArrayList<>();
    Lazy<String> outer =
        Lazy.of(
            () -> {
              for (int i = 0; i < tasks; i++) {
                inner.add(
                    CompletableFuture.supplyAsync(
                        () -> lazies.get(0).get(), ForkJoinPool.commonPool()));
              }
              worker.complete(Thread.currentThread());
              return "needs " + slow.get();
            });
    lazies.add(outer);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(outer, ForkJoinPool.commonPool());
    Thread making = worker.get(30, TimeUnit.SECONDS);
    while (making.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("needs slow");
    for (CompletableFuture<String> each : inner) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo("needs slow");
    }
    assertThat(owner.result()).isEqualTo("slow");
  }

  /**
   * Builds a circle that lasts, as happens if the thread that should break it gets no processor.
   * The owner of the value is entered as waiting for itself.
   */
  @Test
  void aCircleOfOthersDoesNotKeepAWaiterRunning() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Lazy.Attempt> circle = new CompletableFuture<>();
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              Lazy.Attempt own = new Lazy.Attempt();
              Lazy.WAITING.put(Thread.currentThread(), own);
              circle.complete(own);
              goOn.await();
              Lazy.WAITING.remove(Thread.currentThread());
              return "made";
            });
    Race.Runner<String> owner = Race.start(lazy::get).untilParked();
    try {
      Race.Runner<String> waiter = Race.start(lazy::get).untilParked();
      goOn.countDown();
      assertThat(waiter.result()).isEqualTo("made");
      assertThat(owner.result()).isEqualTo("made");
    } finally {
      circle.get().end(null);
      goOn.countDown();
    }
  }

  @Test
  void valuesThatNeedOneAnotherInOneDirectionAreMadeByManyThreads() throws Exception {
    for (int round = 0; round < 200; round++) {
      AtomicInteger runs = new AtomicInteger();
      List<Lazy<Integer>> chain = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int below = i - 1;
        chain.add(
            Lazy.of(
                () -> {
                  runs.incrementAndGet();
                  return below < 0 ? 0 : chain.get(below).get() + 1;
                }));
      }
      Race.of(4, index -> assertThat(chain.get(index).get()).isEqualTo(index));
      assertThat(runs).hasValue(4);
    }
  }
}
