package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.internal.PendingFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests pending futures apart from the types that use them. */
@Timeout(60)
class PendingFuturesTest {
  private final PendingFutures<Long> futures = new PendingFutures<>();
  private final AtomicLong current = new AtomicLong();

  private void publish(long next) {
    current.set(next);
    futures.changed(next);
  }

  private CompletableFuture<Long> whenAtLeast(long wanted) {
    return futures.when(
        current::get, seen -> seen >= wanted, (seen, waiting) -> waiting.complete(seen));
  }

  @Test
  void aChangeThatComesBetweenTheLookAndTheListIsNotMissed() {
    AtomicBoolean published = new AtomicBoolean();
    CompletableFuture<Long> future =
        futures.when(
            () -> published.getAndSet(true) ? 7L : 0L,
            seen -> seen >= 7,
            (seen, waiting) -> waiting.complete(seen));
    assertThat(future).isCompletedWithValue(7L);
    assertThat(futures.count()).isZero();
  }

  /** A writer finds and settles the futures just before they are counted. */
  @Test
  void futuresThatComeAndGoDoNotHideThoseThatStay() throws Exception {
    for (int round = 0; round < 50; round++) {
      CompletableFuture<Long> last = whenAtLeast(Long.MAX_VALUE);
      long from = current.get();
      Race.of(
          3,
          index -> {
            for (long i = 1; i <= 500; i++) {
              if (index == 0) {
                publish(from + i);
              } else {
                CompletableFuture<Long> next = whenAtLeast(from + i);
                assertThat(futures.count()).isPositive();
                assertThat(next.get(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(from + i);
              }
            }
          });
      assertThat(futures.count()).isEqualTo(1);
      last.cancel(false);
      assertThat(futures.count()).isZero();
    }
  }

  @Test
  void aDependentThatCausesAChangeIsNotNested() {
    List<String> order = new ArrayList<>();
    CompletableFuture<Void> second = whenAtLeast(2).thenRun(() -> order.add("second"));
    CompletableFuture<Void> first =
        whenAtLeast(1)
            .thenRun(
                () -> {
                  order.add("first begins");
                  publish(2);
                  order.add("first ends");
                });
    publish(1);
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(order).containsExactly("first begins", "first ends", "second");
  }
}
