package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.primitives.TransitionGraphTest.SixtyFour;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AtomicStatusTest {
  private final AtomicStatus<Door> door = new AtomicStatus<>(Door.DOORS);

  @Test
  void beginsInTheInitialStateAtVersionZero() {
    assertThat(door.get()).isEqualTo(Door.SHUT);
    assertThat(door.isIn(Door.SHUT)).isTrue();
    assertThat(door.isIn(Door.OPEN)).isFalse();
    assertThat(door.version()).isZero();
    assertThat(door.graph()).isSameAs(Door.DOORS);
    assertThat(door).hasToString("SHUT@0");
  }

  @Test
  void beginsInAnInitialStateThatIsNotTheFirstConstant() {
    TransitionGraph<Door> graph =
        TransitionGraph.startingAt(Door.BROKEN)
            .allow(Door.BROKEN, Door.SHUT, Door.OPEN, Door.LOCKED)
            .build();
    assertThat(new AtomicStatus<>(graph)).hasToString("BROKEN@0");
  }

  @Test
  void goesFromTheStateThatIsNamed() {
    assertThat(door.tryTransition(Door.SHUT, Door.OPEN)).isTrue();
    assertThat(door.tryTransition(Door.SHUT, Door.LOCKED)).as("too late").isFalse();
    assertThat(door).hasToString("OPEN@1");
  }

  @Test
  void refusesWhatTheGraphNeverAllowsWhateverTheCurrentState() {
    assertThatThrownBy(() -> door.tryTransition(Door.LOCKED, Door.OPEN))
        .isInstanceOfSatisfying(
            IllegalTransitionException.class,
            e -> {
              assertThat(e.from()).isEqualTo(Door.LOCKED);
              assertThat(e.to()).isEqualTo(Door.OPEN);
            })
        .hasMessage("LOCKED -> OPEN is not allowed; allowed from LOCKED: [SHUT]");
    assertThat(door).hasToString("SHUT@0");
  }

  @Test
  void goesFromTheVersionThatIsNamed() {
    assertThat(door.tryTransition(0, Door.OPEN)).isTrue();
    assertThat(door.tryTransition(0, Door.SHUT)).isFalse();
    assertThat(door.tryTransition(2, Door.SHUT)).isFalse();
    assertThat(door.tryTransition(0, Door.OPEN)).as("stale and illegal").isFalse();
    assertThatThrownBy(() -> door.tryTransition(1, Door.LOCKED))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(door).hasToString("OPEN@1");
  }

  @Test
  void refusesANegativeVersion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> door.tryTransition(-1, Door.OPEN))
        .withMessage("expectedVersion must be at least 0, was -1");
  }

  @Test
  void aStateThatReturnsCarriesAnotherVersion() {
    long seen = door.stamp();
    door.transition(Door.OPEN);
    door.transition(Door.SHUT);
    assertThat(door.get()).isEqualTo(door.stateOf(seen));
    assertThat(door.tryTransition(door.versionOf(seen), Door.LOCKED)).isFalse();
    assertThat(door).hasToString("SHUT@2");
    assertThat(door.tryTransition(door.version(), Door.LOCKED)).isTrue();
  }

  @Test
  void aTerminalStateIsNeverLeft() {
    assertThat(door.transition(Door.OPEN)).isEqualTo(Door.SHUT);
    assertThat(door.transition(Door.BROKEN)).isEqualTo(Door.OPEN);
    for (Door next : Door.values()) {
      assertThat(door.transitionIfAllowed(next)).isFalse();
      assertThatThrownBy(() -> door.transition(next))
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessage("BROKEN -> %s is not allowed; BROKEN is terminal", next);
    }
    assertThat(door).hasToString("BROKEN@2");
  }

  @Test
  void aLoopIsATransitionLikeAnyOther() {
    AtomicStatus<Door> status = new AtomicStatus<>(Door.ANY_FROM_SHUT);
    assertThat(status.tryTransition(Door.SHUT, Door.SHUT)).isTrue();
    assertThat(status).hasToString("SHUT@1");
  }

  @Test
  void packsSixtyFourStatesBesideManyVersions() {
    TransitionGraph.Builder<SixtyFour> ring = TransitionGraph.startingAt(SixtyFour.A00);
    SixtyFour[] all = SixtyFour.values();
    for (int i = 0; i < all.length; i++) {
      ring.allow(all[i], all[(i + 1) % all.length]);
    }
    AtomicStatus<SixtyFour> status = new AtomicStatus<>(ring.build());
    for (int version = 1; version <= 100_000; version++) {
      status.transition(all[version % all.length]);
      long stamp = status.stamp();
      if (status.versionOf(stamp) != version
          || status.stateOf(stamp) != all[version % all.length]) {
        throw new AssertionError(status + " at version " + version);
      }
    }
  }

  @Test
  void ofTwoWritersExactlyOneWinsEachTransition() throws Exception {
    AtomicLong opened = new AtomicLong();
    AtomicLong shut = new AtomicLong();
    Race.of(
        2,
        index -> {
          for (int i = 0; i < 200_000; i++) {
            if (door.tryTransition(Door.SHUT, Door.OPEN)) {
              opened.incrementAndGet();
            }
            if (door.tryTransition(Door.OPEN, Door.SHUT)) {
              shut.incrementAndGet();
            }
          }
        });
    assertThat(door.version()).isEqualTo(opened.get() + shut.get());
    assertThat(opened.get() - shut.get()).isEqualTo(door.isIn(Door.OPEN) ? 1 : 0);
  }

  @Test
  void ofManyWritersFromOneVersionExactlyOneWins() throws Exception {
    AtomicStatus<Door> status = new AtomicStatus<>(Door.ANY_FROM_SHUT);
    AtomicLong won = new AtomicLong();
    int threads = 4;
    int each = 20_000;
    Race.of(
        threads,
        index -> {
          for (int wins = 0; wins < each; ) {
            if (status.tryTransition(status.version(), Door.SHUT)) {
              wins++;
              won.incrementAndGet();
            }
          }
        });
    assertThat(status.version()).isEqualTo(won.get()).isEqualTo((long) threads * each);
  }

  @Test
  void unconditionalTransitionsOfManyThreadsAreAllCounted() throws Exception {
    AtomicStatus<Door> status = new AtomicStatus<>(Door.ANY_FROM_SHUT);
    Race.of(
        4,
        index -> {
          for (int i = 0; i < 20_000; i++) {
            if (i % 2 == 0) {
              status.transition(Door.SHUT);
            } else {
              assertThat(status.transitionIfAllowed(Door.SHUT)).isTrue();
            }
          }
        });
    assertThat(status.version()).isEqualTo(80_000);
  }
}
