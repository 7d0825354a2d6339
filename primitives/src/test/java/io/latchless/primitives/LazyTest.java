package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.testing.Garbage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests computing the value, and failing to. */
@Timeout(60)
class LazyTest {
  @Test
  void makesTheValueWhenItIsFirstAskedFor() {
    AtomicInteger runs = new AtomicInteger();
    Lazy<String> lazy = Lazy.of(() -> "v" + runs.incrementAndGet());
    assertThat(lazy.isReady()).isFalse();
    assertThat(lazy).hasToString("Lazy[not ready]");
    assertThat(runs).hasValue(0);
    assertThat(lazy.get()).isEqualTo("v1");
    assertThat(lazy.get()).isEqualTo("v1");
    assertThat(lazy.isReady()).isTrue();
    assertThat(lazy).hasToString("Lazy[v1]");
  }

  @Test
  void aSupplierIsAskedOnce() {
    AtomicInteger runs = new AtomicInteger();
    Supplier<Integer> supplier = runs::incrementAndGet;
    Lazy<Integer> lazy = Lazy.ofSupplier(supplier);
    assertThat(lazy.get()).isEqualTo(1);
    assertThat(lazy.get()).isEqualTo(1);
  }

  @Test
  @NullUnmarked // the checker does not see that T may be nullable
  void nullIsAValue() {
    AtomicInteger runs = new AtomicInteger();
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              runs.incrementAndGet();
              return null;
            });
    assertThat(lazy.get()).isNull();
    assertThat(lazy.get()).isNull();
    assertThat(lazy.isReady()).isTrue();
    assertThat(runs).hasValue(1);
    assertThat(lazy).hasToString("Lazy[null]");
  }

  @Test
  void runsOnceUnderContentionAndShowsTheWholeValue() throws Exception {
    for (int round = 0; round < 500; round++) {
      AtomicInteger runs = new AtomicInteger();
      Lazy<int[]> lazy =
          Lazy.of(
              () -> {
                runs.incrementAndGet();
                int[] made = new int[100];
                made[99] = 42;
                return made;
              });
      Race.of(4, index -> assertThat(lazy.get()[99]).isEqualTo(42));
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void triesAgainForTheNextCallerAfterAFailure() {
    AtomicInteger runs = new AtomicInteger();
    Lazy<String> lazy = Lazy.of(failingTimes(2, runs));
    for (int i = 1; i <= 2; i++) {
      assertThatThrownBy(lazy::get)
          .isInstanceOf(LazyInitializationException.class)
          .hasMessage("the initializer threw java.io.IOException: run " + i)
          .cause()
          .isInstanceOf(IOException.class);
      assertThat(lazy.isReady()).isFalse();
    }
    assertThat(lazy.get()).isEqualTo("made by run 3");
    assertThat(runs).hasValue(3);
  }

  @Test
  void remembersAFailureIfAskedTo() {
    AtomicInteger runs = new AtomicInteger();
    Lazy<String> lazy = Lazy.rememberingFailure(failingTimes(1, runs));
    List<@Nullable Throwable> causes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(lazy::get)
          .isInstanceOf(LazyInitializationException.class)
          .satisfies(thrown -> causes.add(thrown.getCause()));
    }
    assertThat(runs).hasValue(1);
    assertThat(causes).containsOnly(causes.get(0));
    assertThat(lazy.isReady()).isFalse();
    assertThat(lazy).hasToString("Lazy[not ready]");
    assertThat(Lazy.rememberingFailure(() -> "fine").get()).isEqualTo("fine");
  }

  @Test
  void errorsAreCausesToo() {
    AssertionError error = new AssertionError("no");
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              throw error;
            });
    assertThatThrownBy(lazy::get).isInstanceOf(LazyInitializationException.class).hasCause(error);
  }

  @Test
  void thoseWhoWaitForAFailingAttemptShareItInsteadOfRepeatingIt() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    IOException failure = new IOException("down");
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              runs.incrementAndGet();
              goOn.await();
              throw failure;
            });
    List<Race.Runner<String>> callers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      callers.add(Race.start(lazy::get).untilParked());
    }
    goOn.countDown();
    for (Race.Runner<String> caller : callers) {
      assertThat(caller.failure())
          .isInstanceOf(LazyInitializationException.class)
          .cause()
          .isSameAs(failure);
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void aFailingInitializerRunsOncePerRoundOfCallers() throws Exception {
    int rounds = 200;
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger failures = new AtomicInteger();
    for (int round = 0; round < rounds; round++) {
      Lazy<String> lazy = Lazy.rememberingFailure(failingTimes(Integer.MAX_VALUE, runs));
      Race.of(
          3,
          index -> {
            assertThatThrownBy(lazy::get).isInstanceOf(LazyInitializationException.class);
            failures.incrementAndGet();
          });
    }
    assertThat(runs).hasValue(rounds);
    assertThat(failures).hasValue(3 * rounds);
  }

  @Test
  void anInterruptDoesNotEndTheWaitAndIsNotLost() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              goOn.await();
              return "made";
            });
    Race.Runner<String> owner = Race.start(lazy::get).untilParked();
    Race.Runner<String> waiter =
        Race.start(() -> lazy.get() + Thread.currentThread().isInterrupted()).untilParked();
    waiter.thread.interrupt();
    waiter.untilParked();
    goOn.countDown();
    assertThat(waiter.result()).isEqualTo("madetrue");
    assertThat(owner.result()).isEqualTo("made");
  }

  @Test
  void anInitializerThatIsInterruptedLeavesTheThreadInterrupted() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Lazy<String> lazy =
        Lazy.of(
            () -> {
              never.await();
              return "made";
            });
    Race.Runner<Boolean> owner =
        Race.start(
                () -> {
                  assertThatThrownBy(lazy::get).hasCauseInstanceOf(InterruptedException.class);
                  return Thread.currentThread().isInterrupted();
                })
            .untilParked();
    owner.thread.interrupt();
    assertThat(owner.result()).isTrue();
    never.countDown();
    assertThat(lazy.get()).isEqualTo("made");
  }

  @Test
  void theInitializerIsCollectableOnceTheValueIsThere() throws Exception {
    Callable<String> initializer = failingTimes(1, new AtomicInteger());
    WeakReference<Callable<String>> weak = new WeakReference<>(initializer);
    Lazy<String> lazy = Lazy.of(initializer);
    assertThatThrownBy(lazy::get).isInstanceOf(LazyInitializationException.class);
    assertThat(lazy.get()).isEqualTo("made by run 2");
    initializer = () -> "";
    Garbage.awaitCollected(weak);
    assertThat(lazy.get() + initializer.call()).isEqualTo("made by run 2");
  }

  @Test
  void theCheckedExceptionOfAnInitializerReachesAFutureAsItsCause() throws Exception {
    Race.Runner<String> caller = Race.start(Lazy.of(failingTimes(1, new AtomicInteger()))::get);
    assertThatThrownBy(caller::result)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(LazyInitializationException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }

  private static Callable<String> failingTimes(int failures, AtomicInteger runs) {
    return () -> {
      int run = runs.incrementAndGet();
      if (run <= failures) {
        throw new IOException("run " + run);
      }
      return "made by run " + run;
    };
  }
}
