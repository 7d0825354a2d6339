package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests listeners: which calls they get, in which order, and which failures affect nothing else.
 */
@Timeout(60)
class StatusHolderListenersTest {
  /** Records its calls and asserts that they follow one another without a gap. */
  private static final class Log implements StatusListener<Door, Integer> {
    final List<Long> versions = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();

    @Override
    public void onStart(StatusSnapshot<Door, Integer> current) {
      assertThat(inside.incrementAndGet()).isEqualTo(1);
      assertThat(versions).isEmpty();
      versions.add(current.version());
      inside.decrementAndGet();
    }

    @Override
    public void onTransition(StatusSnapshot<Door, Integer> from, StatusSnapshot<Door, Integer> to) {
      assertThat(inside.incrementAndGet()).isEqualTo(1);
      assertThat(to.version()).isEqualTo(from.version() + 1);
      assertThat(from.version()).isEqualTo(versions.get(versions.size() - 1));
      versions.add(to.version());
      inside.decrementAndGet();
    }
  }

  private final List<Throwable> reported = new ArrayList<>();
  private final StatusHolder<Door, Integer> loop =
      StatusHolder.of(
          Door.ANY_FROM_SHUT,
          0,
          InstantSource.system(),
          (listener, thrown) -> {
            assertThat(listener).isInstanceOf(StatusListener.class);
            reported.add(thrown);
          });

  private void step() {
    loop.transition(Door.SHUT, 1);
  }

  @Test
  void beginsWithTheCurrentSnapshot() {
    step();
    Log late = new Log();
    loop.addListener(late);
    assertThat(late.versions).containsExactly(1L);
    step();
    step();
    assertThat(late.versions).containsExactly(1L, 2L, 3L);
  }

  @Test
  void oneAddedTwiceIsToldTwice() {
    AtomicInteger calls = new AtomicInteger();
    StatusListener<Door, Integer> listener = (from, to) -> calls.incrementAndGet();
    Subscription first = loop.addListener(listener);
    Subscription second = loop.addListener(listener);
    step();
    first.close();
    step();
    assertThat(calls).hasValue(3);
    assertThat(second.isClosed()).isFalse();
  }

  @Test
  void everyTransitionOfManyThreadsIsToldOnceAndInOrder() throws Exception {
    Log early = new Log();
    loop.addListener(early);
    List<Log> late = new ArrayList<>();
    Race.of(
        4,
        index -> {
          for (int i = 0; i < 5_000; i++) {
            if (index > 0) {
              step();
            } else if (i % 250 == 0) {
              Log log = new Log();
              late.add(log);
              loop.addListener(log);
            }
          }
        });
    assertThat(reported).isEmpty();
    assertThat(early.versions).hasSize(15_001);
    for (Log log : late) {
      assertThat(log.versions.get(log.versions.size() - 1)).isEqualTo(15_000);
    }
  }

  @Test
  void listenersThatComeAndGoMissNothingWhileTheyAreThere() throws Exception {
    Race.of(
        4,
        index -> {
          for (int i = 0; i < 4_000; i++) {
            if (index < 2) {
              step();
            } else {
              Log log = new Log();
              long before = loop.version();
              try (Subscription subscription = loop.addListener(log)) {
                step();
                assertThat(subscription.isClosed()).isFalse();
              }
              if (!log.versions.isEmpty()) {
                assertThat(log.versions.get(0)).isGreaterThanOrEqualTo(before);
              }
            }
          }
        });
    assertThat(reported).isEmpty();
    Log last = new Log();
    loop.addListener(last);
    step();
    assertThat(last.versions).containsExactly(16_000L, 16_001L);
  }

  @Test
  void aListenerMayCauseTransitionsWithoutEnd() {
    Log log = new Log();
    loop.addListener(
        (from, to) -> {
          if (to.version() < 100_000) {
            step();
          }
        });
    loop.addListener(log);
    step();
    assertThat(reported).isEmpty();
    assertThat(log.versions).hasSize(100_001);
  }

  @Test
  void whatAListenerThrowsIsReportedAndDisturbsNobody() {
    IllegalStateException onStart = new IllegalStateException("start");
    AssertionError onTransition = new AssertionError("transition");
    loop.addListener(
        new StatusListener<>() {
          @Override
          public void onStart(StatusSnapshot<Door, Integer> current) {
            throw onStart;
          }

          @Override
          public void onTransition(
              StatusSnapshot<Door, Integer> from, StatusSnapshot<Door, Integer> to) {
            throw onTransition;
          }
        });
    Log log = new Log();
    loop.addListener(log);
    step();
    step();
    assertThat(reported).containsExactly(onStart, onTransition, onTransition);
    assertThat(log.versions).containsExactly(0L, 1L, 2L);
  }

  @Test
  void aHandlerThatThrowsDisturbsNobody() {
    List<ListenerErrorHandler> faulty =
        List.of(
            (listener, thrown) -> {
              throw new UnsupportedOperationException("the handler's own");
            },
            (listener, thrown) -> {
              throw (IllegalStateException) thrown;
            });
    for (ListenerErrorHandler handler : faulty) {
      StatusHolder<Door, Integer> holder =
          StatusHolder.of(Door.ANY_FROM_SHUT, 0, InstantSource.system(), handler);
      holder.addListener(
          (from, to) -> {
            throw new IllegalStateException("the listener's");
          });
      Log log = new Log();
      holder.addListener(log);
      assertThatCode(() -> holder.transition(Door.SHUT, 1)).doesNotThrowAnyException();
      assertThatCode(() -> holder.transition(Door.SHUT, 2)).doesNotThrowAnyException();
      assertThat(log.versions).containsExactly(0L, 1L, 2L);
    }
  }

  @Test
  void mayBeClosedFromWithinAndTwice() {
    Subscription[] own = new Subscription[1];
    List<Long> told = new ArrayList<>();
    own[0] =
        loop.addListener(
            (from, to) -> {
              told.add(to.version());
              own[0].close();
              own[0].close();
              step();
            });
    Log other = new Log();
    loop.addListener(other);
    step();
    step();
    assertThat(told).containsExactly(1L);
    assertThat(own[0].isClosed()).isTrue();
    assertThat(other.versions).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void oneThatClosesAnotherDuringADeliveryKeepsItFromBeingTold() {
    Subscription[] second = new Subscription[1];
    AtomicInteger told = new AtomicInteger();
    loop.addListener((from, to) -> second[0].close());
    second[0] = loop.addListener((from, to) -> told.incrementAndGet());
    step();
    assertThat(told).hasValue(0);
  }

  @Test
  void oneAddedWithinAListenerStartsThere() {
    Log[] inner = new Log[1];
    loop.addListener(
        (from, to) -> {
          if (to.version() == 1) {
            inner[0] = new Log();
            loop.addListener(inner[0]);
          }
        });
    step();
    step();
    assertThat(inner[0].versions).containsExactly(1L, 2L);
  }

  @Test
  void oneThatIsHeldUpHoldsUpNeitherTransitionsNorWaitersNorFutures() throws Exception {
    CountDownLatch inListener = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Log log = new Log();
    loop.addListener(log);
    Subscription held =
        loop.addListener(
            (from, to) -> {
              inListener.countDown();
              awaitQuietly(goOn);
            });
    Race.Runner<Integer> blocked =
        Race.start(
            () -> {
              step();
              return log.versions.size();
            });
    inListener.await();
    Race.Runner<Boolean> waiter =
        Race.start(() -> loop.awaitReached(Door.OPEN, Duration.ofMinutes(5))).untilParked();
    CompletableFuture<StatusSnapshot<Door, Integer>> open = loop.whenReached(Door.OPEN);
    step();
    held.close();
    loop.transition(Door.OPEN, 7);
    assertThat(waiter.result()).isTrue();
    assertThat(open.get(30, TimeUnit.SECONDS).data()).isEqualTo(7);
    assertThat(log.versions).as("left to the thread that is held up").containsExactly(0L, 1L);
    goOn.countDown();
    assertThat(blocked.result()).isEqualTo(4);
    assertThat(log.versions).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void aClosedListenerIsCollectable() {
    Log log = new Log();
    WeakReference<Log> weak = new WeakReference<>(log);
    Subscription subscription = loop.addListener(log);
    step();
    subscription.close();
    subscription = loop.addListener((from, to) -> {});
    log = new Log();
    Garbage.awaitCollected(weak);
    assertThat(subscription.isClosed()).isFalse();
    assertThat(log.versions).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
