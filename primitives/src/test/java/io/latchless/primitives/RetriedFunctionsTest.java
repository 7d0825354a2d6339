package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests functions that are retried after a lost compare-and-set, and what they must not do. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RetriedFunctionsTest {
  private final SnapshotRef<Integer> ref = new SnapshotRef<>(0);
  private final StatusHolder<Door, Integer> door = StatusHolder.of(Door.ANY_FROM_SHUT, 0);
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void aFunctionThatPublishesToItsOwnReferenceIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ref.update(value -> ref.set(calls.incrementAndGet()).value() + 100))
        .withMessageStartingWith("an update function");
    assertThat(calls).hasValueLessThan(10);
    assertThat(ref.version()).as("what it published stays").isEqualTo(calls.get() - 1);
    assertThat(ref.update(value -> -1).value()).isEqualTo(-1);
    ref.set(5);
    assertThat(ref.get()).isEqualTo(5);
  }

  @Test
  void soIsOneThatUpdatesOrGoesByWayOfAnotherReference() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ref.update(value -> ref.update(inner -> inner + 1).value()));
    SnapshotRef<Integer> other = new SnapshotRef<>(0);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ref.update(
                    value ->
                        other.update(inner -> ref.set(calls.incrementAndGet()).value()).value()));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ref.update(
                    value -> {
                      calls.incrementAndGet();
                      assertThat(ref.compareAndSet(ref.version(), calls.get())).isTrue();
                      return -2;
                    }));
    assertThat(ref.update(value -> 7).value()).isEqualTo(7);
    assertThat(other.update(value -> 8).value()).isEqualTo(8);
  }

  @Test
  void aFunctionThatPublishesOnlyOnceEndsByItself() {
    Snapshot<Integer> published =
        ref.update(value -> calls.getAndIncrement() == 0 ? ref.set(10).value() : value + 1);
    assertThat(published).isEqualTo(new Snapshot<>(11, 2));
  }

  @Test
  void aFunctionThatTransitsItsOwnHolderIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                door.transitionWith(
                    Door.SHUT, data -> door.transition(Door.SHUT, data + 1).data()));
    assertThat(door.version()).isPositive();
    assertThat(door.transitionWith(Door.SHUT, data -> -1).data()).isEqualTo(-1);
    assertThat(door.transition(Door.OPEN, 1).state()).isEqualTo(Door.OPEN);
  }

  /** A thread is recorded while its function is retried, and must be free again afterwards. */
  @Test
  void losersInHonestContentionAreNotRefused() throws Exception {
    int each = 3_000;
    AtomicInteger told = new AtomicInteger();
    ref.addListener(
        (before, after, version) -> {
          told.incrementAndGet();
          if (version % 1_000 == 1) {
            ref.update(value -> value + 1);
          }
        });
    Race.of(
        4,
        index -> {
          for (int i = 0; i < each; i++) {
            ref.update(
                value -> {
                  if ((value & 7) == index) {
                    Thread.onSpinWait();
                  }
                  return value + 1;
                });
          }
        });
    assertThat(ref.get()).isEqualTo((int) ref.version());
    assertThat(told).hasValue(ref.get());
    assertThat(ref.get()).isGreaterThanOrEqualTo(4 * each);
  }

  @Test
  void oneThatThrowsAfterManyLossesMayPublishAgain() {
    assertThatThrownBy(
            () ->
                ref.update(
                    value -> {
                      if (calls.incrementAndGet() > 6) {
                        throw new UnsupportedOperationException("after six losses");
                      }
                      try {
                        return Race.start(() -> ref.set(calls.get()).value()).result() + 100;
                      } catch (Exception e) {
                        throw new AssertionError(e);
                      }
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(ref.get()).isEqualTo(6);
    assertThat(ref.set(3).version()).isEqualTo(7);
  }
}
