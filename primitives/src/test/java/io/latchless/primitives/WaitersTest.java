package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.latchless.primitives.internal.Waiters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests waiting threads apart from the types that use them. */
@Timeout(60)
class WaitersTest {
  private final Waiters<Long> waiters = new Waiters<>();
  private final AtomicLong current = new AtomicLong();

  private void publish(long next) {
    current.set(next);
    waiters.changed(next);
  }

  @Test
  void aResultThatIsThereAlreadyIsReturnedWithoutParking() throws Exception {
    assertThat(waiters.park(seen -> true, () -> "there", Long.MAX_VALUE)).isEqualTo("there");
    assertThat(waiters.<String>park(seen -> true, () -> null, 1)).isNull();
    assertThat(waiters.count()).isZero();
  }

  @Test
  void anAttemptThatThrowsLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                waiters.<String>park(
                    seen -> true,
                    () -> {
                      throw new IllegalStateException("no");
                    },
                    1))
        .hasMessage("no");
    assertThat(waiters.count()).isZero();
  }

  @Test
  void wakesTheOneThatHasWaitedLongest() throws Exception {
    AtomicInteger permits = new AtomicInteger();
    List<Race.Runner<Integer>> runners = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int index = i;
      runners.add(
          Race.start(
                  () -> {
                    Integer got =
                        waiters.park(
                            seen -> true, () -> takeOne(permits) ? index : null, Long.MAX_VALUE);
                    return got == null ? -1 : got;
                  })
              .untilParked());
    }
    waiters.wakeOne(1L);
    await().alias("woken for nothing, and waiting on").until(() -> waiters.count() == 3);
    for (int i = 0; i < 3; i++) {
      permits.incrementAndGet();
      waiters.wakeOne(1L);
      assertThat(runners.get(i).result()).isEqualTo(i);
    }
    assertThat(waiters.count()).isZero();
    waiters.wakeOne(1L);
  }

  private static boolean takeOne(AtomicInteger permits) {
    int before = permits.get();
    return before > 0 && permits.compareAndSet(before, before - 1);
  }

  /** Either the publication finds the waiter, or the waiter finds the publication. */
  @Test
  void noWakeUpIsLost() throws Exception {
    int rounds = 20_000;
    Race.of(
        3,
        index -> {
          for (long round = 1; round <= rounds; round++) {
            if (index == 0) {
              publish(round);
              continue;
            }
            long wanted = round;
            @Nullable Long seen =
                waiters.park(
                    announced -> announced >= wanted,
                    () -> current.get() >= wanted ? current.get() : null,
                    Long.MAX_VALUE);
            assertThat(seen).isGreaterThanOrEqualTo(wanted);
          }
        });
    assertThat(waiters.count()).isZero();
  }
}
