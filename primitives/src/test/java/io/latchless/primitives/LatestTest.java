package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LatestTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Latest<String> latest = new Latest<>();

  @Test
  void hasNothingBeforeTheFirstPublication() throws Exception {
    assertThat(latest.get()).isNull();
    assertThat(latest.snapshot()).isNull();
    assertThat(latest.version()).isZero();
    assertThat(latest.awaitNewer(0, Duration.ZERO)).isEmpty();
    assertThat(latest.awaitNewer(0, Duration.ofMillis(5))).isEmpty();
    assertThat(latest.waiterCount()).isZero();
    assertThat(latest).hasToString("Latest[]");
  }

  @Test
  void isReadAgainAndAgain() {
    assertThat(latest.publish("a")).isEqualTo(1);
    assertThat(latest.get()).isEqualTo("a");
    assertThat(latest.get()).isEqualTo("a");
    assertThat(latest.snapshot()).isEqualTo(new Snapshot<>("a", 1));
    assertThat(latest).hasToString("Latest[a@1]");
  }

  @Test
  void theNextValueReplacesOneThatNobodyHasRead() throws Exception {
    latest.publish("a");
    latest.publish("b");
    assertThat(latest.publish("c")).isEqualTo(3);
    assertThat(latest.awaitNewer(1, Duration.ZERO)).contains(new Snapshot<>("c", 3));
    assertThat(latest.awaitNewer(3, Duration.ZERO)).isEmpty();
  }

  @Test
  void anEqualValueIsANewPublication() {
    latest.publish("a");
    assertThat(latest.publish("a")).isEqualTo(2);
  }

  @Test
  void waitsForANewerVersion() throws Exception {
    latest.publish("a");
    Race.Runner<Optional<Snapshot<String>>> waiter =
        Race.start(() -> latest.awaitNewer(2, LONG)).untilParked();
    latest.publish("b");
    assertThat(latest.waiterCount()).isEqualTo(1);
    latest.publish("c");
    assertThat(waiter.result()).contains(new Snapshot<>("c", 3));
    assertThat(latest.waiterCount()).isZero();
  }

  @Test
  void refusesArgumentsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> latest.awaitNewer(-1, LONG))
        .withMessage("seenVersion must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> latest.awaitNewer(0, Duration.ofMillis(-1)))
        .withMessage("timeout must be at least 0, was PT-0.001S");
  }

  @Test
  void anInterruptEndsTheWaitOrKeepsItFromBeginning() throws Exception {
    Race.Runner<Optional<Snapshot<String>>> waiter =
        Race.start(() -> latest.awaitNewer(0, LONG)).untilParked();
    waiter.thread.interrupt();
    assertThat(waiter.failure()).isInstanceOf(InterruptedException.class);
    latest.publish("a");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> latest.awaitNewer(0, LONG)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(latest.waiterCount()).isZero();
  }

  @Test
  void versionsGrowForEveryReaderAndTheLastValueReachesAll() throws Exception {
    Latest<Long> numbers = new Latest<>();
    int writers = 2;
    int each = 20_000;
    long last = (long) writers * each + 1;
    Race.of(
        writers + 3,
        index -> {
          if (index < writers) {
            for (int i = 0; i < each; i++) {
              numbers.publish((long) index);
            }
            if (index == 0) {
              numbers.awaitNewer(last - 2, LONG);
              assertThat(numbers.publish(-1L)).isEqualTo(last);
            }
            return;
          }
          long seen = 0;
          long value = 0;
          while (value >= 0) {
            Snapshot<Long> next = numbers.awaitNewer(seen, LONG).orElseThrow();
            assertThat(next.version()).isGreaterThan(seen);
            assertThat(numbers.version()).isGreaterThanOrEqualTo(next.version());
            seen = next.version();
            value = next.value();
          }
          assertThat(seen).isEqualTo(last);
        });
    assertThat(numbers.waiterCount()).isZero();
  }

  @Test
  void aReplacedValueIsCollectable() {
    Latest<Object> objects = new Latest<>();
    Object first = new Object();
    objects.publish(first);
    WeakReference<Object> replaced = new WeakReference<>(first);
    first = new Object();
    objects.publish(first);
    Garbage.awaitCollected(replaced);
    assertThat(objects.get()).isSameAs(first);
  }
}
