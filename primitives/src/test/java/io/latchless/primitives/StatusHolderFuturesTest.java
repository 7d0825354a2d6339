package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests futures of states, and their dependents. */
@Timeout(60)
class StatusHolderFuturesTest {
  private final StatusHolder<Door, String> door = StatusHolder.of(Door.DOORS, "built");

  @Test
  void isCompleteAtOnceIfTheStateHasBeenReached() {
    assertThat(door.whenReached(Door.SHUT)).isCompletedWithValue(door.get());
    door.transition(Door.OPEN, "x");
    door.transition(Door.SHUT, "y");
    assertThat(door.whenReached(Door.OPEN))
        .as("passed through; the snapshot is the current one")
        .isCompletedWithValue(door.get());
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void isCompletedByTheTransitionOnItsThread() {
    CompletableFuture<StatusSnapshot<Door, String>> open = door.whenReached(Door.OPEN);
    List<Thread> ran = new ArrayList<>();
    CompletableFuture<Void> after = open.thenRun(() -> ran.add(Thread.currentThread()));
    assertThat(open).isNotDone();
    assertThat(door.waiterCount()).isEqualTo(1);
    StatusSnapshot<Door, String> published = door.transition(Door.OPEN, "x");
    assertThat(open).isCompletedWithValue(published);
    assertThat(after).isCompleted();
    assertThat(ran).containsExactly(Thread.currentThread());
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void countsFromAVersion() {
    door.transition(Door.OPEN, "x");
    CompletableFuture<StatusSnapshot<Door, String>> again = door.whenReached(Door.OPEN, 2);
    door.transition(Door.SHUT, "y");
    assertThat(again).isNotDone();
    assertThat(again).isNotDone();
    door.transition(Door.OPEN, "z");
    assertThat(again).isCompletedWithValue(door.get());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> door.whenReached(Door.OPEN, -1))
        .withMessage("sinceVersion must be at least 0, was -1");
  }

  @Test
  void failsOnceTheStateCannotBeReached() {
    CompletableFuture<StatusSnapshot<Door, String>> locked = door.whenReached(Door.LOCKED);
    door.transition(Door.OPEN, "x");
    assertThat(locked).isNotDone();
    door.transition(Door.BROKEN, "y");
    for (CompletableFuture<StatusSnapshot<Door, String>> future :
        List.of(locked, door.whenReached(Door.LOCKED))) {
      assertThatThrownBy(future::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(StateUnreachableException.class)
          .hasMessage("LOCKED can no longer be reached from BROKEN");
    }
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void aFutureThatIsCancelledOrCompletedByOthersIsForgotten() {
    CompletableFuture<StatusSnapshot<Door, String>> cancelled = door.whenReached(Door.OPEN);
    CompletableFuture<StatusSnapshot<Door, String>> completed = door.whenReached(Door.OPEN);
    CompletableFuture<StatusSnapshot<Door, String>> failed = door.whenReached(Door.OPEN);
    assertThat(door.waiterCount()).isEqualTo(3);
    assertThat(cancelled.cancel(true)).isTrue();
    assertThat(completed.complete(door.get())).isTrue();
    assertThat(failed.completeExceptionally(new IllegalStateException("mine"))).isTrue();
    assertThat(door.waiterCount()).isZero();
    door.transition(Door.OPEN, "x");
    assertThat(cancelled).isCancelled();
    assertThat(completed.join().version()).isZero();
  }

  @Test
  void aFutureThatTimesOutIsForgotten() {
    CompletableFuture<StatusSnapshot<Door, String>> open =
        door.whenReached(Door.OPEN).orTimeout(1, TimeUnit.MILLISECONDS);
    assertThatThrownBy(open::get).hasCauseInstanceOf(TimeoutException.class);
    await().until(() -> door.waiterCount() == 0);
  }

  @Test
  void dependentsThatCauseTransitionsDoNotNest() {
    int rounds = 100_000;
    AtomicInteger depth = new AtomicInteger();
    AtomicInteger bounces = new AtomicInteger();
    List<CompletableFuture<Void>> kept = new ArrayList<>();
    Runnable[] step = new Runnable[1];
    step[0] =
        () -> {
          assertThat(depth.incrementAndGet()).isEqualTo(1);
          if (bounces.incrementAndGet() < rounds) {
            Door next = door.state() == Door.OPEN ? Door.SHUT : Door.OPEN;
            kept.clear();
            kept.add(door.whenReached(next, door.version() + 1).thenRun(step[0]));
            door.transition(next, "ping-pong");
          }
          depth.decrementAndGet();
        };
    CompletableFuture<Void> first = door.whenReached(Door.OPEN).thenRun(step[0]);
    door.transition(Door.OPEN, "x");
    assertThat(first).isCompleted();
    assertThat(bounces).hasValue(rounds);
    assertThat(door.version()).isEqualTo(rounds);
    assertThat(kept).allSatisfy(future -> assertThat(future).isCompleted());
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void aDependentThatThrowsDisturbsNobody() {
    CompletableFuture<StatusSnapshot<Door, String>> open = door.whenReached(Door.OPEN);
    CompletableFuture<Void> faulty =
        open.thenRun(
            () -> {
              throw new IllegalStateException("no");
            });
    CompletableFuture<StatusSnapshot<Door, String>> other = door.whenReached(Door.OPEN);
    door.transition(Door.OPEN, "x");
    assertThat(faulty).isCompletedExceptionally();
    assertThat(open).isCompleted();
    assertThat(other).isCompleted();
  }

  @Test
  void aDependentThatIsHeldUpHoldsUpNoOtherThread() throws Exception {
    CountDownLatch inDependent = new CountDownLatch(1);
    CompletableFuture<StatusSnapshot<Door, String>> broken = door.whenReached(Door.BROKEN);
    CompletableFuture<StatusSnapshot<Door, String>> afterBroken =
        door.whenReached(Door.OPEN)
            .thenApply(
                open -> {
                  inDependent.countDown();
                  return broken.join();
                });
    Race.Runner<StatusSnapshot<Door, String>> opener =
        Race.start(() -> door.transition(Door.OPEN, "x"));
    inDependent.await();
    List<Door> told = new ArrayList<>();
    Subscription subscription = door.addListener((from, to) -> told.add(to.state()));
    door.transition(Door.BROKEN, "y");
    assertThat(broken).isCompletedWithValue(door.get());
    assertThat(told).contains(Door.BROKEN);
    assertThat(opener.result().state()).isEqualTo(Door.OPEN);
    assertThat(afterBroken.join().state()).isEqualTo(Door.BROKEN);
    subscription.close();
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void futuresFromManyThreadsAreAllCompletedWhileOthersAreCancelled() throws Exception {
    StatusHolder<Door, Integer> loop = StatusHolder.of(Door.ANY_FROM_SHUT, 0);
    int rounds = 3_000;
    Race.of(
        4,
        index -> {
          for (int i = 0; i < rounds; i++) {
            if (index == 0) {
              loop.transition(Door.SHUT, i);
              continue;
            }
            CompletableFuture<StatusSnapshot<Door, Integer>> next =
                loop.whenReached(Door.SHUT, loop.version() + 1);
            if (index == 1) {
              next.cancel(false);
            } else if (index == 2) {
              loop.transition(Door.SHUT, i);
              assertThat(next.get(30, TimeUnit.SECONDS).version()).isPositive();
            }
          }
        });
    loop.transition(Door.SHUT, rounds);
    await().until(() -> loop.waiterCount() == 0);
    assertThat(loop.version()).isEqualTo(2L * rounds + 1);
  }
}
