package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.testing.Garbage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests listeners and dependents that throw anything or wait for one another, and what is retained.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileListenersTest {
  private final StatusHolder<Door, Integer> door = StatusHolder.of(Door.DOORS, 0);

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void throwAny(Throwable any) throws E {
    throw (E) any;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void neitherWriterNorOthersPayForHandlerAndLogThatFail() {
    List<Throwable> last = new ArrayList<>();
    Thread self = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = self.getUncaughtExceptionHandler();
    self.setUncaughtExceptionHandler(
        (thread, thrown) -> {
          last.add(thrown);
          throw new IllegalStateException("not even this one works");
        });
    ListenerErrorHandler unloggable =
        new ListenerErrorHandler() {
          @Override
          public void onError(Object listener, Throwable thrown) {
            HostileListenersTest.<RuntimeException>throwAny(new IOException("handler"));
          }

          @Override
          public String toString() {
            throw new IllegalStateException("so that logging fails as well");
          }
        };
    List<Throwable> anything =
        List.of(new IllegalStateException("no"), new IOException("no"), new StackOverflowError());
    try {
      SnapshotRef<Integer> ref = new SnapshotRef<>(0, unloggable);
      List<Long> told = new ArrayList<>();
      ref.addListener((from, to, version) -> told.add(version));
      ref.addListener(
          (from, to, version) ->
              HostileListenersTest.<RuntimeException>throwAny(anything.get(to - 1)));
      ref.addListener((from, to, version) -> told.add(version));
      ref.set(1);
      ref.set(2);
      ref.set(3);
      assertThat(told).containsExactly(1L, 1L, 2L, 2L, 3L, 3L);
    } finally {
      self.setUncaughtExceptionHandler(before);
    }
    assertThat(last).hasSize(3);
  }

  @Test
  void aDependentMayWaitForAnyFutureOfTheSameHolder() throws Exception {
    CompletableFuture<StatusSnapshot<Door, Integer>> first = door.whenReached(Door.OPEN);
    CompletableFuture<StatusSnapshot<Door, Integer>> second = door.whenReached(Door.OPEN);
    CompletableFuture<StatusSnapshot<Door, Integer>> never = door.whenReached(Door.LOCKED);
    List<Object> seen = new ArrayList<>();
    List<CompletableFuture<Void>> dependents =
        List.of(
            first.thenRun(() -> seen.add(second.join())),
            second.thenRun(() -> seen.add(first.join())),
            second.thenRun(() -> door.transition(Door.BROKEN, 2)),
            never.exceptionally(failure -> null).thenRun(() -> seen.add(second.join())),
            second.thenRun(() -> seen.add(never.isCompletedExceptionally())));
    door.transition(Door.OPEN, 1);
    for (CompletableFuture<Void> dependent : dependents) {
      assertThat(dependent.get(20, TimeUnit.SECONDS)).isNull();
    }
    assertThat(seen).hasSize(4);
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void aBlockedDependentHoldsBackNobodyThatWaitsForAnotherFuture() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<StatusSnapshot<Door, Integer>> blocked = door.whenReached(Door.OPEN);
    CompletableFuture<StatusSnapshot<Door, Integer>> other = door.whenReached(Door.OPEN);
    CompletableFuture<Void> afterBlocked = blocked.thenRun(() -> awaitQuietly(release));
    CompletableFuture<Long> afterOther = other.thenApply(StatusSnapshot::version);
    Race.Runner<StatusSnapshot<Door, Integer>> waiter =
        Race.start(() -> other.get(20, TimeUnit.SECONDS)).untilParked();
    Race.Runner<StatusSnapshot<Door, Integer>> writer =
        Race.start(() -> door.transition(Door.OPEN, 1));
    assertThat(waiter.result().version()).isEqualTo(1);
    assertThat(other).isCompletedWithValue(door.get());
    assertThat(other.complete(door.get())).isFalse();
    assertThat(other.cancel(true)).isFalse();
    assertThat(afterOther.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    release.countDown();
    assertThat(writer.result().version()).isEqualTo(1);
    assertThat(afterBlocked.get(20, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void aListenerMayWaitForOtherThreadsAndForFutures() throws Exception {
    List<Object> seen = new ArrayList<>();
    CompletableFuture<StatusSnapshot<Door, Integer>> open = door.whenReached(Door.OPEN);
    Subscription[] own = new Subscription[1];
    own[0] =
        door.addListener(
            (from, to) -> {
              try {
                seen.add(open.get(20, TimeUnit.SECONDS));
                if (to.version() == 1) {
                  Race.start(() -> door.transition(Door.SHUT, 2)).result();
                  door.addListener((again, later) -> seen.add(later));
                  seen.add(door.awaitReached(Door.SHUT, 2));
                  door.transition(Door.OPEN, 3);
                } else {
                  own[0].close();
                }
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    door.transition(Door.OPEN, 1);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(3).contains(true);
    assertThat(door.version()).isEqualTo(3);
    assertThat(own[0].isClosed()).isTrue();
  }

  /** Delivered in one pass, because they were published while the delivering thread was stalled. */
  @Test
  void oneKeptSnapshotKeepsNoOther() throws Exception {
    SnapshotRef<Object> ref = new SnapshotRef<>("first");
    CountDownLatch inListener = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Subscription slow =
        ref.addListener(
            (before, after, version) -> {
              inListener.countDown();
              awaitQuietly(release);
            });
    Race.Runner<Snapshot<Object>> writer = Race.start(() -> ref.set(new Object()));
    inListener.await();
    List<WeakReference<Object>> published = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      published.add(new WeakReference<>(ref.set(new Object()).value()));
    }
    Snapshot<Object> kept = ref.snapshot();
    ref.set("last");
    release.countDown();
    assertThat(writer.result().version()).isEqualTo(1);
    Garbage.awaitCollected(published.subList(0, 98));
    assertThat(kept.version()).isEqualTo(100);
    assertThat(slow.isClosed()).isFalse();
  }

  @Test
  void futuresThatWereGivenUpAreCollectable() {
    List<WeakReference<Object>> gone = new ArrayList<>();
    CompletableFuture<StatusSnapshot<Door, Integer>> stays = door.whenReached(Door.OPEN);
    for (int i = 0; i < 100; i++) {
      CompletableFuture<StatusSnapshot<Door, Integer>> future = door.whenReached(Door.OPEN);
      gone.add(new WeakReference<>(future));
      assertThat(future.cancel(false)).isTrue();
    }
    Garbage.awaitCollected(gone);
    assertThat(door.waiterCount()).isEqualTo(1);
    door.transition(Door.OPEN, 1);
    assertThat(stays).isCompleted();
  }

  @Test
  void aKeptRegistrationKeepsNoClosedListener() {
    Object[] listened = {new Object()};
    WeakReference<Object> weak = new WeakReference<>(listened[0]);
    Object captured = listened[0];
    Subscription kept = register(captured);
    kept.close();
    captured = listened;
    listened[0] = kept;
    Garbage.awaitCollected(weak);
    assertThat(kept.isClosed()).isTrue();
    assertThat(captured).isNotNull();
  }

  private Subscription register(Object captured) {
    return StatusHolder.of(Door.DOORS, 0, InstantSource.system(), (listener, thrown) -> {})
        .addListener((from, to) -> assertThat(captured).isNotNull());
  }
}
