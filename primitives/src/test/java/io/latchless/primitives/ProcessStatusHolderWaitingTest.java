package io.latchless.primitives;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.primitives.internal.Waiters;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests threads and futures that wait for a generation, which may be over before they look. */
@Timeout(60)
class ProcessStatusHolderWaitingTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  private final ProcessStatusHolder holder = new ProcessStatusHolder();

  private void runGeneration(long generation, int exitCode) {
    assertThat(holder.markRunning(generation)).isTrue();
    assertThat(holder.markExited(generation, exitCode)).isTrue();
    assertThat(holder.restart(generation)).isTrue();
  }

  @Test
  void awaitsTheCurrentSnapshot() throws Exception {
    Race.Runner<Optional<ProcessSnapshot>> waiter =
        Race.start(() -> holder.await(s -> s.generation() == 1, LONG)).untilParked();
    runGeneration(0, 3);
    assertThat(waiter.result()).contains(holder.get());
    assertThat(holder.await(s -> false, Duration.ZERO)).isEmpty();
    assertThat(holder.await(s -> false, Duration.ofMillis(2))).isEmpty();
    assertThat(holder.waiterCount()).isZero();
  }

  @Test
  void refusesTimesOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holder.await(s -> true, Duration.ofNanos(-1)))
        .withMessageStartingWith("timeout must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holder.awaitReached(ProcessStatus.FAILED, Duration.ofNanos(-1)))
        .withMessageStartingWith("timeout must be at least 0");
  }

  @Test
  void waitsWithoutALimit() throws Exception {
    Race.Runner<Boolean> forever =
        Race.start(() -> holder.awaitReached(ProcessStatus.RUNNING, FOREVER)).untilParked();
    Race.Runner<Boolean> unlimited =
        Race.start(() -> holder.awaitReached(ProcessStatus.RUNNING)).untilParked();
    Race.Runner<ProcessSnapshot> condition =
        Race.start(() -> holder.await(now -> now.start() != null)).untilParked();
    holder.markRunning(0);
    assertThat(forever.result()).isTrue();
    assertThat(unlimited.result()).isTrue();
    assertThat(condition.result()).isEqualTo(holder.get());
    assertThat(holder.await(now -> true, FOREVER)).contains(holder.get());
    holder.markExited(0, 0);
    assertThat(holder.awaitReached(ProcessStatus.FAILED)).as("never any more").isFalse();
  }

  @Test
  void seesAStatusThatWasPassedThrough() throws Exception {
    holder.markRunning(0);
    holder.markExited(0, 0);
    assertThat(holder.awaitReached(ProcessStatus.RUNNING, Duration.ZERO)).isTrue();
    assertThat(holder.awaitReached(ProcessStatus.PENDING, Duration.ZERO)).isTrue();
    assertThat(holder.awaitReached(ProcessStatus.FAILED, LONG)).as("never any more").isFalse();
    assertThat(holder.whenReached(ProcessStatus.RUNNING)).isCompletedWithValue(holder.get());
    assertThatThrownBy(holder.whenReached(ProcessStatus.FAILED)::get)
        .hasCauseInstanceOf(StateUnreachableException.class)
        .hasMessageContaining("FAILED can no longer be reached from SUCCESS");
  }

  @Test
  void aNewGenerationKnowsNothingOfTheOld() throws Exception {
    runGeneration(0, 3);
    assertThat(holder.awaitReached(ProcessStatus.RUNNING, Duration.ZERO)).isFalse();
    assertThat(holder.awaitReached(ProcessStatus.FAILED, Duration.ZERO)).isFalse();
    assertThat(holder.whenReached(ProcessStatus.FAILED)).isNotDone();
    assertThat(holder.whenOver()).isNotDone();
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Race.Runner<Boolean> waiter =
        Race.start(() -> holder.awaitReached(ProcessStatus.RUNNING, LONG)).untilParked();
    waiter.thread.interrupt();
    assertThat(waiter.failure()).isInstanceOf(InterruptedException.class);
    assertThat(holder.waiterCount()).isZero();
  }

  @Test
  void aFutureThatIsCancelledIsForgotten() {
    CompletableFuture<ProcessSnapshot> over = holder.whenOver();
    CompletableFuture<ProcessSnapshot> running = holder.whenReached(ProcessStatus.RUNNING);
    assertThat(holder.waiterCount()).isEqualTo(2);
    assertThat(over.cancel(false)).isTrue();
    assertThat(running.cancel(false)).isTrue();
    assertThat(holder.waiterCount()).isZero();
  }

  @Test
  void aFutureIsOfTheGenerationInWhichItWasAskedFor() throws Exception {
    CompletableFuture<ProcessSnapshot> success = holder.whenReached(ProcessStatus.SUCCESS);
    CompletableFuture<ProcessSnapshot> failed = holder.whenReached(ProcessStatus.FAILED);
    CompletableFuture<ProcessSnapshot> over = holder.whenOver();
    runGeneration(0, 3);
    runGeneration(1, 0);
    assertThat(success).isCompletedExceptionally();
    assertThat(failed.get().exitCode()).hasValue(3);
    assertThat(over.get().generation()).isZero();
    assertThat(holder.waiterCount()).isZero();
  }

  /** By the time the waiters look, several generations may be over. */
  @Test
  void aWaiterThatSleepsOverSeveralRestartsLearnsItsOwnOutcome() throws Exception {
    Race.Runner<Boolean> success =
        Race.start(() -> holder.awaitReached(ProcessStatus.SUCCESS, LONG)).untilParked();
    Race.Runner<Boolean> failed =
        Race.start(() -> holder.awaitReached(ProcessStatus.FAILED, LONG)).untilParked();
    runGeneration(0, 0);
    runGeneration(1, 3);
    runGeneration(2, 3);
    assertThat(success.result()).isTrue();
    assertThat(failed.result()).isFalse();
  }

  @Test
  void aDependentThatIsHeldUpOverRestartsStillSettlesItsGeneration() throws Exception {
    CountDownLatch inDependent = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<ProcessSnapshot> running = holder.whenReached(ProcessStatus.RUNNING);
    CompletableFuture<Long> held =
        running.thenApply(
            snapshot -> {
              inDependent.countDown();
              awaitQuietly(goOn);
              return snapshot.generation();
            });
    Race.Runner<Boolean> writer = Race.start(() -> holder.markRunning(0));
    inDependent.await();
    CompletableFuture<ProcessSnapshot> over = holder.whenOver();
    assertThat(holder.markExited(0, 0)).isTrue();
    assertThat(holder.restart(0)).isTrue();
    runGeneration(1, 3);
    assertThat(over.get(30, TimeUnit.SECONDS).status()).isEqualTo(ProcessStatus.SUCCESS);
    goOn.countDown();
    assertThat(writer.result()).isTrue();
    assertThat(held.get(30, TimeUnit.SECONDS)).isZero();
  }

  /** Plays a writer that stalls between publishing and announcing while others restart. */
  @Test
  void aLateAnnouncementFromAnEarlierGenerationDecidesNothing() throws Exception {
    VersionChain<Object> chain = part(holder, "chain");
    Waiters<Object> waiters = part(holder, "waiters");
    holder.markRunning(0);
    holder.markExited(0, 3);
    Object late = chain.current();
    holder.restart(0);
    CompletableFuture<ProcessSnapshot> running = holder.whenReached(ProcessStatus.RUNNING);
    CompletableFuture<ProcessSnapshot> over = holder.whenOver();
    Race.Runner<Boolean> waiter =
        Race.start(() -> holder.awaitReached(ProcessStatus.RUNNING, LONG)).untilParked();
    waiters.changed(late);
    assertThat(running).isNotDone();
    assertThat(over).isNotDone();
    holder.markRunning(1);
    assertThat(waiter.result()).isTrue();
    assertThat(running).isCompletedWithValue(holder.get());
    holder.markExited(1, 0);
    assertThat(over).isCompletedWithValue(holder.get());
    waiters.changed(late);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the test knows it
  private static <T> T part(Object whole, String name) throws ReflectiveOperationException {
    Field field = whole.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return (T) requireNonNull(field.get(whole), name);
  }

  /** The same at random, with everything happening at once. */
  @Test
  void everyGenerationsOutcomeReachesThoseWhoWaitForIt() throws Exception {
    long generations = 4_000;
    Race.of(
        6,
        index -> {
          List<CompletableFuture<ProcessSnapshot>> running = new ArrayList<>();
          for (long g = holder.get().generation(); g < generations; g = holder.get().generation()) {
            if (index < 3) {
              holder.markRunning(g);
              holder.markExited(g, (int) (g % 2));
              holder.restart(g);
            } else if (index == 3) {
              ProcessSnapshot last = holder.whenOver().get(30, TimeUnit.SECONDS);
              assertThat(last.generation()).isBetween(g, generations);
              assertThat(last.exitCode()).hasValue((int) (last.generation() % 2));
            } else if (index == 4) {
              running.add(holder.whenReached(ProcessStatus.RUNNING));
            } else {
              assertThat(holder.awaitReached(ProcessStatus.RUNNING, LONG)).isTrue();
            }
          }
          holder.markRunning(generations);
          holder.markExited(generations, (int) (generations % 2));
          for (CompletableFuture<ProcessSnapshot> each : running) {
            assertThat(each.get(30, TimeUnit.SECONDS).start()).isNotNull();
          }
        });
    assertThat(holder.waiterCount()).isZero();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
