package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tests transitions, and the values that readers see. */
class StatusHolderTest {
  private final SettableClock clock = new SettableClock();
  private final StatusHolder<Door, String> door =
      StatusHolder.of(Door.DOORS, "built", clock, ListenerErrorHandler.logging());

  @Test
  void beginsInTheInitialState() {
    assertThat(door.get())
        .isEqualTo(new StatusSnapshot<>(Door.SHUT, 0, SettableClock.NOON, "built"));
    assertThat(door.state()).isEqualTo(Door.SHUT);
    assertThat(door.version()).isZero();
    assertThat(door.data()).isEqualTo("built");
    assertThat(door.graph()).isSameAs(Door.DOORS);
    assertThat(door.waiterCount()).isZero();
    assertThat(door).hasToString("StatusHolder[SHUT@0 since 2026-01-01T12:00:00Z: built]");
  }

  @Test
  void usesTheSystemsClockUnlessToldOtherwise() {
    Instant before = Instant.now();
    Instant since = StatusHolder.of(Door.DOORS, "built").get().since();
    assertThat(since).isBetween(before, Instant.now());
  }

  @Test
  void aTransitionReplacesTheWholeSnapshot() {
    clock.set(SettableClock.NOON.plusSeconds(5));
    StatusSnapshot<Door, String> published = door.transition(Door.OPEN, "guest");
    assertThat(published)
        .isEqualTo(new StatusSnapshot<>(Door.OPEN, 1, SettableClock.NOON.plusSeconds(5), "guest"));
    assertThat(door.get()).isSameAs(published);
  }

  @Test
  void goesFromTheStateThatIsNamed() {
    assertThat(door.tryTransition(Door.SHUT, Door.OPEN, "x")).isTrue();
    assertThat(door.tryTransition(Door.SHUT, Door.LOCKED, "y")).isFalse();
    assertThatThrownBy(() -> door.tryTransition(Door.LOCKED, Door.OPEN, "z"))
        .isInstanceOf(IllegalTransitionException.class)
        .hasMessage("LOCKED -> OPEN is not allowed; allowed from LOCKED: [SHUT]");
    assertThat(door.data()).isEqualTo("x");
    assertThat(door.version()).isEqualTo(1);
  }

  @Test
  void goesFromTheVersionThatIsNamed() {
    assertThat(door.tryTransition(0, Door.OPEN, "x")).isTrue();
    assertThat(door.tryTransition(0, Door.SHUT, "y")).isFalse();
    door.transition(Door.SHUT, "z");
    assertThat(door.tryTransition(0, Door.OPEN, "returned, yet not the same")).isFalse();
    assertThatThrownBy(() -> door.tryTransition(2, Door.BROKEN, "b"))
        .isInstanceOf(IllegalTransitionException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> door.tryTransition(-1, Door.OPEN, "n"))
        .withMessage("expectedVersion must be at least 0, was -1");
    assertThat(door.data()).isEqualTo("z");
  }

  @Test
  void aTerminalStateIsNeverLeft() {
    door.transition(Door.OPEN, "x");
    door.transition(Door.BROKEN, "y");
    for (Door next : Door.values()) {
      assertThat(door.transitionIfAllowed(next, "z")).isFalse();
      assertThatThrownBy(() -> door.transition(next, "z"))
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessage("BROKEN -> %s is not allowed; BROKEN is terminal", next);
    }
    assertThat(door.data()).isEqualTo("y");
  }

  @Test
  void makesNewDataFromOld() {
    assertThat(door.transitionWith(Door.OPEN, data -> data + "!").data()).isEqualTo("built!");
    assertThatThrownBy(
            () ->
                door.transitionWith(
                    Door.SHUT,
                    data -> {
                      throw new UnsupportedOperationException("no");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> door.transitionWith(Door.LOCKED, data -> "never asked for"))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(door.get().version()).isEqualTo(1);
    assertThat(door.data()).isEqualTo("built!");
  }

  @Test
  void sinceNeverGoesBackwardsThoughTheClockDoes() {
    clock.set(SettableClock.NOON.plusSeconds(10));
    door.transition(Door.OPEN, "x");
    clock.set(SettableClock.NOON.minusSeconds(10));
    assertThat(door.transition(Door.SHUT, "y").since())
        .isEqualTo(SettableClock.NOON.plusSeconds(10));
    clock.set(SettableClock.NOON.plusSeconds(11));
    assertThat(door.transition(Door.OPEN, "z").since())
        .isEqualTo(SettableClock.NOON.plusSeconds(11));
  }

  @Test
  void noTransitionIsLostAndNoSnapshotIsTorn() throws Exception {
    StatusHolder<Door, Long> counter = StatusHolder.of(Door.ANY_FROM_SHUT, 0L);
    int writers = 3;
    int each = 10_000;
    Race.of(
        writers + 1,
        index -> {
          if (index < writers) {
            for (int i = 0; i < each; i++) {
              counter.transitionWith(Door.SHUT, n -> n + 1);
            }
            return;
          }
          StatusSnapshot<Door, Long> before = counter.get();
          while (before.version() < (long) writers * each) {
            StatusSnapshot<Door, Long> now = counter.get();
            assertThat(now.data()).isEqualTo(now.version());
            assertThat(now.version()).isGreaterThanOrEqualTo(before.version());
            assertThat(now.since()).isAfterOrEqualTo(before.since());
            before = now;
          }
        });
    assertThat(counter.data()).isEqualTo((long) writers * each);
  }

  @Test
  void ofTwoWritersExactlyOneWinsEachTransition() throws Exception {
    AtomicLong opened = new AtomicLong();
    AtomicLong shut = new AtomicLong();
    Race.of(
        2,
        index -> {
          for (int i = 0; i < 20_000; i++) {
            if (door.tryTransition(Door.SHUT, Door.OPEN, "o")) {
              opened.incrementAndGet();
            }
            if (door.tryTransition(Door.OPEN, Door.SHUT, "s")) {
              shut.incrementAndGet();
            }
          }
        });
    assertThat(door.version()).isEqualTo(opened.get() + shut.get());
    assertThat(opened.get() - shut.get()).isEqualTo(door.state() == Door.OPEN ? 1 : 0);
  }

  @Test
  void anOldSnapshotIsCollectableWithoutListeners() {
    WeakReference<StatusSnapshot<Door, String>> old = new WeakReference<>(door.get());
    door.transition(Door.OPEN, "x");
    Garbage.awaitCollected(old);
  }

  @Test
  void aDeliveredSnapshotIsCollectable() {
    Subscription subscription = door.addListener((from, to) -> {});
    WeakReference<StatusSnapshot<Door, String>> old = new WeakReference<>(door.get());
    door.transition(Door.OPEN, "x");
    Garbage.awaitCollected(old);
    assertThat(subscription.isClosed()).isFalse();
  }

  @Test
  void snapshotsAreCollectableAfterTheLastListenerHasGone() {
    Subscription subscription = door.addListener((from, to) -> {});
    door.transition(Door.OPEN, "x");
    WeakReference<StatusSnapshot<Door, String>> lastDelivered = new WeakReference<>(door.get());
    subscription.close();
    door.transition(Door.SHUT, "y");
    Garbage.awaitCollected(lastDelivered);
    assertThat(door.version()).isEqualTo(2);
  }

  @Test
  void snapshotsAreCollectableThoughListenersCameAndWentDuringTransitions() throws Exception {
    StatusHolder<Door, Object> holder = StatusHolder.of(Door.ANY_FROM_SHUT, new Object());
    Race.of(
        3,
        index -> {
          for (int i = 0; i < 2_000; i++) {
            if (index < 2) {
              holder.transition(Door.SHUT, new Object());
            } else {
              holder.addListener((from, to) -> {}).close();
            }
          }
        });
    WeakReference<Object> old = new WeakReference<>(holder.data());
    holder.transition(Door.SHUT, new Object());
    Garbage.awaitCollected(old);
    assertThat(holder.version()).isEqualTo(4_001);
  }
}
