package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuiescentHandlerRegistryTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final QuiescentHandlerRegistry<String, Runnable> handlers =
      new QuiescentHandlerRegistry<>(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void end() throws Exception {
    gate.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
  }

  private int dispatch(String key) {
    return handlers.dispatch(key, "", (handler, event) -> handler.run());
  }

  private void waitAtTheGate() {
    entered.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isQuietAtOnceWhereNothingRuns() throws Exception {
    QuiescentSubscription subscription = handlers.subscribe("k", () -> {});
    dispatch("k");
    assertThat(subscription.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
    assertThat(subscription.isClosed()).isTrue();
    assertThat(subscription.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
    assertThat(handlers.keyCount()).isZero();
  }

  @Test
  void waitsForADispatchThatHasYetToCallTheHandler() throws Exception {
    AtomicBoolean quiescent = new AtomicBoolean();
    AtomicBoolean late = new AtomicBoolean();
    handlers.subscribe("k", this::waitAtTheGate, 1);
    QuiescentSubscription second =
        handlers.subscribe(
            "k",
            () -> {
              if (quiescent.get()) {
                late.set(true);
              }
            });
    Future<Integer> dispatched = threads.submit(() -> dispatch("k"));
    entered.await();
    assertThat(second.closeAndAwaitQuiescence(Duration.ZERO)).isFalse();
    assertThat(second.closeAndAwaitQuiescence(Duration.ofMillis(20))).isFalse();
    assertThat(second.isClosed()).isTrue();
    Future<Boolean> closed =
        threads.submit(
            () -> {
              boolean result = second.closeAndAwaitQuiescence(LONG);
              quiescent.set(true);
              return result;
            });
    gate.countDown();
    assertThat(closed.get()).isTrue();
    assertThat(dispatched.get()).isEqualTo(2);
    assertThat(late).isFalse();
  }

  @Test
  void doesNotWaitForDispatchesThatCannotCallTheHandler() throws Exception {
    handlers.subscribe("slow", this::waitAtTheGate);
    QuiescentSubscription other = handlers.subscribe("k", () -> {});
    Future<Integer> dispatched = threads.submit(() -> dispatch("slow"));
    entered.await();
    QuiescentSubscription afterwards = handlers.subscribe("slow", () -> {});
    assertThat(other.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
    assertThat(afterwards.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
    gate.countDown();
    assertThat(dispatched.get()).isEqualTo(1);
  }

  @Test
  void refusesToWaitForItself() {
    List<QuiescentSubscription> all = new ArrayList<>();
    List<Throwable> refusals = new ArrayList<>();
    all.add(
        handlers.subscribe(
            "k",
            () -> {
              for (QuiescentSubscription one : all) {
                try {
                  assertThat(one.closeAndAwaitQuiescence(LONG)).isTrue();
                } catch (Exception e) {
                  refusals.add(e);
                }
              }
            }));
    all.add(handlers.subscribe("other", () -> {}));
    assertThat(dispatch("k")).isEqualTo(1);
    assertThat(refusals)
        .hasSize(2)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call close instead"));
    assertThat(all).noneMatch(QuiescentSubscription::isClosed);
    assertThat(dispatch("k")).isEqualTo(1);
  }

  @Test
  void aDispatchThatFailedOrNestedIsOverAllTheSame() throws Exception {
    QuiescentSubscription failing =
        handlers.subscribe(
            "k",
            () -> {
              dispatch("nested");
              throw new IllegalStateException("no");
            });
    QuiescentSubscription nested = handlers.subscribe("nested", () -> {});
    assertThatThrownBy(() -> dispatch("k")).hasMessage("no");
    assertThatThrownBy(
            () ->
                handlers.dispatch(
                    "k",
                    "",
                    (handler, event) -> handler.run(),
                    (handler, thrown) -> {
                      throw new IllegalArgumentException("enough");
                    }))
        .hasMessage("enough");
    assertThat(failing.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
    assertThat(nested.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
  }

  @Test
  void hasRoomForMoreDispatchesThanSlots() throws Exception {
    CountDownLatch allIn = new CountDownLatch(20);
    QuiescentSubscription subscription =
        handlers.subscribe(
            "k",
            () -> {
              allIn.countDown();
              waitAtTheGate();
            });
    List<Future<Integer>> dispatched = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      dispatched.add(threads.submit(() -> dispatch("k")));
    }
    allIn.await();
    assertThat(subscription.closeAndAwaitQuiescence(Duration.ofMillis(1))).isFalse();
    gate.countDown();
    assertThat(subscription.closeAndAwaitQuiescence(LONG)).isTrue();
    for (Future<Integer> each : dispatched) {
      assertThat(each.get()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptEndsTheWaitAndTheRegistrationAllTheSame() throws Exception {
    QuiescentSubscription subscription = handlers.subscribe("k", this::waitAtTheGate);
    Future<Integer> dispatched = threads.submit(() -> dispatch("k"));
    entered.await();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> subscription.closeAndAwaitQuiescence(LONG))
        .isInstanceOf(InterruptedException.class);
    assertThat(subscription.isClosed()).isTrue();
    gate.countDown();
    assertThat(dispatched.get()).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("NullAway") // tests that null is refused
  void refusesAWaitThatIsNone() {
    QuiescentSubscription subscription = handlers.subscribe("k", () -> {});
    assertThatThrownBy(() -> subscription.closeAndAwaitQuiescence(Duration.ofMillis(-1)))
        .hasMessage("timeout must be at least 0, was PT-0.001S");
    assertThatThrownBy(() -> subscription.closeAndAwaitQuiescence(null)).hasMessage("timeout");
    assertThat(subscription.isClosed()).isFalse();
  }
}
