package io.latchless.benchmarks.status;

import static io.latchless.benchmarks.workload.Door.OPEN;
import static io.latchless.benchmarks.workload.Door.SHUT;
import static io.latchless.benchmarks.workload.Door.WALLED_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.latchless.benchmarks.workload.Door;
import io.latchless.benchmarks.workload.Light;
import io.latchless.benchmarks.workload.Together;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every status behaves like ours. */
class StatusContractTest {
  private static final String NAMES = "io.latchless.benchmarks.status.Statuses#NAMES";

  @ParameterizedTest
  @FieldSource(NAMES)
  void movesFromTheStateItIsIn(String name) {
    Status<Door> door = Statuses.create(name, Door.GRAPH);

    assertThat(door.get()).isEqualTo(SHUT);
    assertThat(door.version()).isZero();
    assertThat(door.tryTransition(OPEN, SHUT)).isFalse();
    assertThat(door.tryTransition(SHUT, OPEN)).isTrue();
    assertThat(door.isIn(OPEN)).isTrue();
    assertThat(door.isIn(SHUT)).isFalse();
    assertThat(door.transition(SHUT)).isEqualTo(OPEN);
    assertThat(door.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void tellsAStateThatHasReturnedFromOneThatHasStayed(String name) {
    Status<Door> door = Statuses.create(name, Door.GRAPH);
    long seen = door.stamp();
    door.transition(OPEN);
    door.transition(SHUT);

    assertThat(door.stateOf(seen)).isEqualTo(door.stateOf(door.stamp())).isEqualTo(SHUT);
    assertThat(door.tryTransition(door.versionOf(seen), OPEN)).isFalse();
    assertThat(door.tryTransition(door.version(), OPEN)).isTrue();
    assertThat(door.version()).isEqualTo(3);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void refusesWhatTheGraphDoesNotAllow(String name) {
    Status<Door> door = Statuses.create(name, Door.GRAPH);

    assertThatIllegalStateException().isThrownBy(() -> door.tryTransition(OPEN, WALLED_UP));
    assertThat(door.transitionIfAllowed(SHUT)).isFalse();
    assertThat(door.transitionIfAllowed(WALLED_UP)).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> door.transition(SHUT));
    assertThatIllegalStateException().isThrownBy(() -> door.tryTransition(1, OPEN));
    assertThat(door.get()).isEqualTo(WALLED_UP);
    assertThat(door.version()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoTransition(String name) throws Exception {
    Status<Light> light = Statuses.create(name, Light.anyToAny());

    Together.repeat(2, 20_000, () -> light.transition(Light.GREEN));

    assertThat(light.version()).isEqualTo(40_000);
    assertThat(light.get()).isEqualTo(Light.GREEN);
  }
}
