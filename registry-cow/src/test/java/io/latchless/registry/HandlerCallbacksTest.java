package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.latchless.primitives.internal.HazardSlots;
import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers, keys and failure handlers that throw, block, call back, or outlive their use. */
@Timeout(60)
class HandlerCallbacksTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final long SMALL_STACK = 200_000;

  /** At each depth the stack overflows at another instruction. */
  private static final int DEPTHS = 61;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final QuiescentHandlerRegistry<String, Runnable> handlers =
      new QuiescentHandlerRegistry<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void end() throws Exception {
    gate.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
  }

  static List<Throwable> thrown() {
    return Thrown.kinds();
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

  @ParameterizedTest
  @MethodSource("thrown")
  void whateverIsThrownLeavesTheDispatchAndTheSlot(Throwable thrown) throws Exception {
    List<String> called = new ArrayList<>();
    handlers.subscribe("k", () -> called.add("first"), 1);
    QuiescentSubscription failing =
        handlers.subscribe(
            "k",
            () -> {
              throw Thrown.undeclared(thrown);
            });
    handlers.subscribe("k", () -> called.add("last"), -1);

    assertThat(catchThrowable(() -> dispatch("k"))).isSameAs(thrown);
    assertThat(called).containsExactly("first");
    HandlerFailures<Runnable> failures = new HandlerFailures<>();
    assertThat(handlers.dispatch("k", "", (handler, event) -> handler.run(), failures))
        .isEqualTo(3);
    assertThat(called).containsExactly("first", "first", "last");
    assertThat(failures.list()).singleElement().extracting("thrown").isSameAs(thrown);
    FailureHandler<Runnable> refusing =
        (handler, failure) -> {
          throw Thrown.undeclared(failure);
        };
    assertThat(
            catchThrowable(
                () -> handlers.dispatch("k", "", (handler, event) -> handler.run(), refusing)))
        .isSameAs(thrown);
    assertThat(
            catchThrowable(
                () ->
                    handlers.dispatch(
                        "k",
                        "",
                        (handler, event) -> {
                          throw Thrown.undeclared(thrown);
                        })))
        .isSameAs(thrown);
    assertThat(failing.closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void whateverIsThrownInAnEmissionIsPassedOnOrHandedOver(Throwable thrown) {
    ScopedHandlerRegistry<Function<String, Propagation>> scopes = new ScopedHandlerRegistry<>();
    List<String> called = new ArrayList<>();
    scopes.subscribe(
        "a.b",
        event -> {
          throw Thrown.undeclared(thrown);
        });
    scopes.subscribe(
        "a",
        event -> {
          called.add(event);
          return Propagation.CONTINUE;
        });
    assertThat(catchThrowable(() -> scopes.emit("a.b", "e", Function::apply))).isSameAs(thrown);
    assertThat(called).isEmpty();
    HandlerFailures<Function<String, Propagation>> failures = new HandlerFailures<>();
    assertThat(scopes.emit("a.b", "e", Function::apply, failures)).isTrue();
    assertThat(called).containsExactly("e");
    assertThat(failures.list()).singleElement().extracting("thrown").isSameAs(thrown);
  }

  /** The handler dispatches recursively until the stack overflows, anywhere in the library. */
  @Test
  void noStackOverflowLeaksASlot() throws Exception {
    for (int depth = 0; depth < DEPTHS; depth++) {
      QuiescentSubscription subscription = handlers.subscribe("k", () -> dispatch("k"));
      AtomicBoolean overflowed = new AtomicBoolean();
      CompletableFuture<Boolean> quiescent = new CompletableFuture<>();
      int pads = depth;
      onSmallStack(
          () -> {
            overflowed.set(overflows(pads, () -> dispatch("k")));
            quiescent.complete(subscription.closeAndAwaitQuiescence(Duration.ZERO));
            return null;
          });
      assertThat(overflowed).isTrue();
      assertThat(quiescent).as("%d frames below", depth).isCompletedWithValue(true);
    }
  }

  private static boolean overflows(int pads, Runnable action) {
    try {
      var unused = padded(pads, action);
      return false;
    } catch (StackOverflowError expected) {
      return true;
    }
  }

  private static int padded(int pads, Runnable action) {
    if (pads == 0) {
      action.run();
      return 0;
    }
    return padded(pads - 1, action) + 1;
  }

  private static void onSmallStack(Callable<?> action) throws Exception {
    CompletableFuture<Object> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.complete(action.call());
              } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
              }
            },
            "small stack",
            SMALL_STACK);
    thread.start();
    thread.join();
    result.get();
  }

  @Test
  void theSlotOfADeadThreadIsReclaimed() throws Exception {
    HazardSlots slots = new HazardSlots(1);
    Handlers<Object> left = Handlers.none().with(new Handlers.Entry<>("handler", 0, 7));
    HazardSlots.HazardSlot[] slot = new HazardSlots.HazardSlot[1];
    Thread thread = new Thread(() -> slot[0] = slots.protect(left));
    CountDownLatch taken = new CountDownLatch(1);
    Thread alive =
        new Thread(
            () -> {
              slot[0] = slots.protect(left);
              taken.countDown();
              waitAtTheGate();
            });
    alive.start();
    taken.await();
    assertThat(slots.awaitNoneFor(7, 0)).isFalse();
    Future<Boolean> waiting = threads.submit(() -> slots.awaitNoneFor(7, Long.MAX_VALUE));
    gate.countDown();
    assertThat(waiting.get()).isTrue();
    thread.start();
    thread.join();
    assertThat(slot[0].handlers).isSameAs(left);
    assertThat(slots.awaitNoneFor(7, 0)).isTrue();
    assertThat(slot[0].handlers).isNull();
    assertThat(slot[0].thread).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void waitsWithoutALimit(boolean forever) throws Exception {
    QuiescentSubscription subscription = handlers.subscribe("k", this::waitAtTheGate);
    Future<Integer> dispatched = threads.submit(() -> dispatch("k"));
    entered.await();
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    Thread closing =
        new Thread(
            () -> {
              try {
                if (forever) {
                  closed.complete(
                      subscription.closeAndAwaitQuiescence(ChronoUnit.FOREVER.getDuration()));
                } else {
                  subscription.closeAndAwaitQuiescence();
                  closed.complete(true);
                }
              } catch (Throwable thrown) {
                closed.completeExceptionally(thrown);
              }
            });
    closing.start();
    await().atMost(LONG).until(() -> closed.isDone() || isParked(closing));
    assertThat(closed).isNotDone();
    gate.countDown();
    assertThat(closed.get()).isTrue();
    assertThat(dispatched.get()).isEqualTo(1);
  }

  private static boolean isParked(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void aHandlerMayWaitForOtherThreadsOperations() throws Exception {
    handlers.subscribe(
        "k",
        () -> {
          Future<Boolean> other =
              threads.submit(
                  () -> {
                    QuiescentSubscription there = handlers.subscribe("other", () -> {});
                    dispatch("other");
                    there.close();
                    return handlers.subscribe("k", () -> {}).closeAndAwaitQuiescence(LONG);
                  });
          try {
            assertThat(other.get()).isTrue();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(dispatch("k")).isEqualTo(1);
  }

  @Test
  void aHandlerThatWaitsForItsOwnQuiescentCloseHoldsItUpToItsTimeOut() throws Exception {
    List<QuiescentSubscription> own = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>();
    own.add(
        handlers.subscribe(
            "k",
            () -> {
              try {
                answers.add(
                    threads
                        .submit(() -> own.get(0).closeAndAwaitQuiescence(Duration.ofMillis(5)))
                        .get());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }));
    assertThat(dispatch("k")).isEqualTo(1);
    assertThat(answers).containsExactly(false);
    assertThat(own.get(0).closeAndAwaitQuiescence(Duration.ZERO)).isTrue();
  }

  @Test
  void aClosedSubscriptionThatIsKeptKeepsNoHandler() {
    List<HandlerSubscription> kept = new ArrayList<>();
    for (WeakReference<Object> handler : abandoned(kept)) {
      Garbage.awaitCollected(handler);
    }
    assertThat(kept).hasSize(3).allMatch(HandlerSubscription::isClosed);
  }

  /** Returns handlers of registries that are reachable only through closed subscriptions. */
  private static List<WeakReference<Object>> abandoned(List<HandlerSubscription> kept) {
    List<WeakReference<Object>> handlers = new ArrayList<>();
    HandlerRegistry<String, Object> byKey = new HandlerRegistry<>();
    QuiescentHandlerRegistry<String, Object> quiescent = new QuiescentHandlerRegistry<>();
    ScopedHandlerRegistry<Object> byOrigin = new ScopedHandlerRegistry<>();
    List<Function<Object, HandlerSubscription>> registries =
        List.of(
            handler -> byKey.subscribe("k", handler),
            handler -> quiescent.subscribe("k", handler),
            handler -> byOrigin.subscribe("k", handler));
    for (Function<Object, HandlerSubscription> registry : registries) {
      Object closed = new Object();
      Object open = new Object();
      handlers.add(new WeakReference<>(closed));
      handlers.add(new WeakReference<>(open));
      HandlerSubscription subscription = registry.apply(closed);
      kept.add(subscription);
      var unused = registry.apply(open);
      subscription.close();
    }
    return handlers;
  }

  /** A key whose methods throw. */
  private static final class Throwing {
    private boolean throwing;

    @Override
    public int hashCode() {
      if (throwing) {
        throw new IllegalStateException("hashCode");
      }
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  @Test
  void aCloseThatAKeyMakesFailLeavesTheSubscriptionOpen() {
    HandlerRegistry<Throwing, Runnable> registry = new HandlerRegistry<>();
    Throwing key = new Throwing();
    HandlerSubscription subscription = registry.subscribe(key, () -> {});
    key.throwing = true;
    assertThatThrownBy(subscription::close).hasMessage("hashCode");
    assertThat(subscription.isClosed()).isFalse();
    assertThatThrownBy(() -> registry.subscribe(key, () -> {})).hasMessage("hashCode");
    key.throwing = false;
    assertThat(registry.handlerCount(key)).isEqualTo(1);
    subscription.close();
    assertThat(subscription.isClosed()).isTrue();
    assertThat(registry.keyCount()).isZero();
  }

  /** A key whose {@code equals} changes the registry. */
  private record Meddling(HandlerRegistry<Object, Runnable> registry, AtomicBoolean armed, int id) {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      if (armed.get()) {
        registry.subscribe("other", () -> {});
      }
      return other instanceof Meddling that && that.id == id;
    }
  }

  @Test
  void aKeyThatChangesTheRegistryIsRefusedInTheEnd() {
    HandlerRegistry<Object, Runnable> registry = new HandlerRegistry<>();
    registry.subscribe("other", () -> {});
    AtomicBoolean armed = new AtomicBoolean();
    registry.subscribe(new Meddling(registry, armed, 1), () -> {});
    armed.set(true);
    assertThatThrownBy(() -> registry.subscribe(new Meddling(registry, armed, 2), () -> {}))
        .isInstanceOf(IllegalStateException.class);
    armed.set(false);
    assertThat(registry.keyCount()).isEqualTo(2);
    int before = registry.handlerCount("other");
    registry.subscribe("other", () -> {}).close();
    assertThat(registry.handlerCount("other")).isEqualTo(before);
  }

  /** A wide key equals a narrow one, but not vice versa, as with dates and timestamps. */
  private static class Wide {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Wide;
    }
  }

  private static final class Narrow extends Wide {
    @Override
    public boolean equals(Object other) {
      return other instanceof Narrow;
    }
  }

  @Test
  void severalKeysAreComparedAsAConcurrentHashMapDoes() {
    HandlerRegistry<Wide, Runnable> registry = new HandlerRegistry<>();
    registry.subscribeAll(List.of(new Wide(), new Narrow()), () -> {}, 0);
    assertThat(registry.keyCount()).isEqualTo(2);
    registry.subscribeAll(List.of(new Narrow(), new Wide()), () -> {}, 0);
    assertThat(registry.keyCount()).isEqualTo(2);
  }

  @Test
  void failuresAreToldWhateverTheyAre() {
    RuntimeException shared = new RuntimeException("shared", null, false, false) {};
    HandlerFailures<Object> failures = new HandlerFailures<>();
    Object handler =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("toString");
          }
        };
    failures.onFailure(handler, shared);
    failures.onFailure("other", shared);
    for (int i = 0; i < 2; i++) {
      Throwable thrown = catchThrowable(failures::throwIfAny);
      assertThat(thrown)
          .isInstanceOf(HandlersFailedException.class)
          .hasMessage("2 handlers have thrown, first: " + handler.getClass().getName())
          .hasCause(shared);
      assertThat(thrown.getSuppressed()).containsExactly(shared);
    }
  }

  @Test
  @SuppressWarnings("NullAway") // tests that null is refused
  void refusesAnAnswerThatIsNone() {
    ScopedHandlerRegistry<String> scopes = new ScopedHandlerRegistry<>();
    scopes.subscribe("a", "handler");
    assertThatThrownBy(() -> scopes.emit("a", "", (handler, event) -> null))
        .hasMessage("call must not return null");
    HandlerFailures<String> failures = new HandlerFailures<>();
    assertThat(scopes.emit("a", "", (handler, event) -> null, failures)).isTrue();
    assertThat(failures.list()).hasSize(1);
  }
}
