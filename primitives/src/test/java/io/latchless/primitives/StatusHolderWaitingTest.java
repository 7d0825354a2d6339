package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests waiting threads. */
@Timeout(60)
class StatusHolderWaitingTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final StatusHolder<Door, String> door = StatusHolder.of(Door.DOORS, "built");

  @Test
  void returnsAtOnceWhatHoldsAlready() throws Exception {
    assertThat(door.await(s -> s.version() == 0, Duration.ZERO)).contains(door.get());
    assertThat(door.awaitReached(Door.SHUT, Duration.ZERO)).isTrue();
    assertThat(door.await(s -> true, Duration.ofNanos(Long.MAX_VALUE))).isPresent();
  }

  @Test
  void zeroOnlyLooks() throws Exception {
    assertThat(door.await(s -> s.version() == 1, Duration.ZERO)).isEmpty();
    assertThat(door.awaitReached(Door.OPEN, Duration.ZERO)).isFalse();
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void refusesTimesAndVersionsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> door.await(s -> true, Duration.ofNanos(-1)))
        .withMessage("timeout must be at least 0, was PT-0.000000001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> door.awaitReached(Door.SHUT, -1, LONG))
        .withMessage("sinceVersion must be at least 0, was -1");
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void wakesForWhatItWaitsFor() throws Exception {
    Race.Runner<Optional<StatusSnapshot<Door, String>>> waiter =
        Race.start(() -> door.await(s -> s.data().equals("second"), LONG)).untilParked();
    door.transition(Door.OPEN, "first");
    assertThat(door.waiterCount()).isEqualTo(1);
    door.transition(Door.SHUT, "second");
    assertThat(waiter.result()).contains(door.get());
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void waitsForEverAndForAsLongAsAnyDuration() throws Exception {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    List<Race.Runner<Boolean>> waiting =
        List.of(
            Race.start(() -> door.awaitReached(Door.OPEN)),
            Race.start(() -> door.awaitReached(Door.OPEN, 1)),
            Race.start(() -> door.awaitReached(Door.OPEN, forever)),
            Race.start(() -> door.awaitReached(Door.OPEN, Duration.ofSeconds(Long.MAX_VALUE))),
            Race.start(() -> door.await(s -> s.version() == 1).state() == Door.OPEN),
            Race.start(() -> door.await(s -> s.version() == 1, forever).isPresent()));
    for (Race.Runner<Boolean> each : waiting) {
      assertThat(each.untilParked().thread.isAlive()).isTrue();
    }
    door.transition(Door.OPEN, "x");
    for (Race.Runner<Boolean> each : waiting) {
      assertThat(each.result()).isTrue();
    }
    Race.Runner<Boolean> interrupted =
        Race.start(() -> door.awaitReached(Door.LOCKED)).untilParked();
    interrupted.thread.interrupt();
    assertThat(interrupted.failure()).isInstanceOf(InterruptedException.class);
    door.transition(Door.BROKEN, "y");
    assertThat(door.awaitReached(Door.LOCKED)).as("it cannot be reached any more").isFalse();
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void seesAStateThatWasPassedThrough() throws Exception {
    door.transition(Door.OPEN, "x");
    door.transition(Door.SHUT, "y");
    assertThat(door.awaitReached(Door.OPEN, Duration.ZERO)).isTrue();
    assertThat(door.awaitReached(Door.OPEN, 1, Duration.ZERO)).isTrue();
    assertThat(door.awaitReached(Door.OPEN, 2, Duration.ZERO)).isFalse();
  }

  @Test
  void noTransientStateIsMissedHoweverFastItIsLeft() throws Exception {
    int rounds = 2_000;
    AtomicInteger seen = new AtomicInteger();
    StatusHolder<Door, Integer> flicker = StatusHolder.of(Door.DOORS, 0);
    Race.of(
        2,
        index -> {
          for (int round = 0; round < rounds; round++) {
            long since = 2L * round + 1;
            if (index == 0) {
              assertThat(flicker.awaitReached(Door.OPEN, since, LONG)).isTrue();
              seen.incrementAndGet();
            } else {
              flicker.transition(Door.OPEN, round);
              flicker.transition(Door.SHUT, round);
            }
          }
        });
    assertThat(seen).hasValue(rounds);
    assertThat(flicker.waiterCount()).isZero();
  }

  @Test
  void tellsANewVisitFromAnOldOne() throws Exception {
    door.transition(Door.OPEN, "x");
    door.transition(Door.SHUT, "y");
    Race.Runner<Boolean> waiter =
        Race.start(() -> door.awaitReached(Door.OPEN, 2, LONG)).untilParked();
    door.transition(Door.LOCKED, "night");
    door.transition(Door.SHUT, "morning");
    assertThat(door.waiterCount()).isEqualTo(1);
    door.transition(Door.OPEN, "again");
    assertThat(waiter.result()).isTrue();
  }

  @Test
  void endsEarlyOnceTheStateCannotBeReached() throws Exception {
    Race.Runner<Boolean> waiter =
        Race.start(() -> door.awaitReached(Door.LOCKED, LONG)).untilParked();
    door.transition(Door.OPEN, "x");
    door.transition(Door.BROKEN, "y");
    assertThat(waiter.result()).isFalse();
    assertThat(door.awaitReached(Door.LOCKED, LONG)).isFalse();
    assertThat(door.awaitReached(Door.OPEN, LONG)).as("passed through before").isTrue();
    assertThat(door.awaitReached(Door.OPEN, 2, LONG)).as("and never again").isFalse();
  }

  @Test
  void aWaiterThatTimesOutLeavesNothingBehind() throws Exception {
    assertThat(door.await(s -> s.version() > 0, SHORT)).isEmpty();
    assertThat(door.awaitReached(Door.OPEN, SHORT)).isFalse();
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void anInterruptBeforehandIsSeenEvenIfNothingWouldHaveToBeWaitedFor() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> door.await(s -> true, Duration.ZERO))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> door.awaitReached(Door.SHUT, LONG))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Race.Runner<Boolean> waiter =
        Race.start(() -> door.awaitReached(Door.OPEN, LONG)).untilParked();
    waiter.thread.interrupt();
    assertThat(waiter.failure()).isInstanceOf(InterruptedException.class);
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void aConditionThatThrowsReachesTheWaiterOnly() throws Exception {
    Race.Runner<Optional<StatusSnapshot<Door, String>>> waiter =
        Race.start(
                () ->
                    door.await(
                        s -> {
                          if (s.version() > 0) {
                            throw new UnsupportedOperationException("no");
                          }
                          return false;
                        },
                        LONG))
            .untilParked();
    door.transition(Door.OPEN, "x");
    assertThat(waiter.failure()).isInstanceOf(UnsupportedOperationException.class);
    assertThat(door.waiterCount()).isZero();
  }

  @Test
  void aConditionMayItselfCauseTransitions() throws Exception {
    Optional<StatusSnapshot<Door, String>> found =
        door.await(
            s -> {
              boolean opened = s.state() == Door.OPEN;
              if (!opened) {
                door.transition(Door.OPEN, "by the condition");
              }
              return opened;
            },
            LONG);
    assertThat(found).contains(door.get());
  }

  @Test
  void manyWaitersAllWake() throws Exception {
    ThreadStarter starter = ThreadStarter.ofThisJvm();
    CountDownLatch woken = new CountDownLatch(starter.threads);
    AtomicInteger failed = new AtomicInteger();
    for (int i = 0; i < starter.threads; i++) {
      boolean byFuture = i % 2 == 0;
      starter.start(
          () -> {
            try {
              boolean reached =
                  byFuture
                      ? door.awaitReached(Door.OPEN, LONG)
                      : door.await(s -> s.version() >= 2, LONG).isPresent();
              if (!reached) {
                failed.incrementAndGet();
              }
            } catch (InterruptedException e) {
              failed.incrementAndGet();
            }
            woken.countDown();
          });
    }
    await().until(() -> door.waiterCount() == starter.threads);
    door.transition(Door.OPEN, "x");
    door.transition(Door.SHUT, "y");
    assertThat(woken.await(50, TimeUnit.SECONDS)).isTrue();
    assertThat(failed).hasValue(0);
    assertThat(door.waiterCount()).isZero();
  }

  /**
   * Starts virtual threads if the JDK has them; by a method handle, since this is compiled for 17.
   */
  private record ThreadStarter(int threads, Start how) {
    interface Start {
      Thread start(Runnable body) throws Throwable;
    }

    static ThreadStarter ofThisJvm() throws Exception {
      if (Runtime.version().feature() < 21) {
        return new ThreadStarter(200, ThreadStarter::startPlatformThread);
      }
      MethodHandle startVirtualThread =
          MethodHandles.publicLookup()
              .findStatic(
                  Thread.class,
                  "startVirtualThread",
                  MethodType.methodType(Thread.class, Runnable.class));
      return new ThreadStarter(10_000, body -> (Thread) startVirtualThread.invokeExact(body));
    }

    private static Thread startPlatformThread(Runnable body) {
      Thread thread = new Thread(body, "one of many");
      thread.setDaemon(true);
      thread.start();
      return thread;
    }

    void start(Runnable body) {
      try {
        assertThat(how.start(body).isDaemon()).isTrue();
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }
}
