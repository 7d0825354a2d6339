package io.latchless.benchmarks.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.latchless.benchmarks.workload.Together;
import io.latchless.primitives.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every versioned reference behaves like ours. */
class SnapshotContractTest {
  private static final String NAMES = "io.latchless.benchmarks.snapshot.Snapshots#NAMES";

  private static VersionedRef<String> ref(String name) {
    return Snapshots.create(name, "a", (listener, thrown) -> {});
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void numbersWhatItPublishes(String name) {
    VersionedRef<String> ref = ref(name);

    assertThat(ref.snapshot()).isEqualTo(new Snapshot<>("a", 0));
    assertThat(ref.update(before -> before + "b")).isEqualTo(new Snapshot<>("ab", 1));
    assertThat(ref.set("c")).isEqualTo(new Snapshot<>("c", 2));
    assertThat(ref.updateAndGet(before -> before)).isEqualTo("c");
    assertThat(ref.compareAndSet(1, "d")).isFalse();
    assertThat(ref.compareAndSet(2, "c")).isTrue();
    assertThat(ref.get()).isEqualTo("c");
    assertThat(ref.snapshot().version()).isEqualTo(3);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  @SuppressWarnings("NullAway") // on purpose
  void staysAsItIsWhereTheFunctionFails(String name) {
    VersionedRef<String> ref = ref(name);

    assertThatNullPointerException().isThrownBy(() -> ref.update(before -> null));
    assertThat(ref.set("b")).isEqualTo(new Snapshot<>("b", 1));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void tellsListenersOfEveryChange(String name) {
    VersionedRef<String> ref = ref(name);
    List<String> told = new ArrayList<>();
    var subscription =
        ref.addListener((before, after, version) -> told.add(before + after + version));
    ref.set("b");
    ref.set("c");
    subscription.close();
    ref.set("d");

    assertThat(told).containsExactly("ab1", "bc2");
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoUpdate(String name) throws Exception {
    VersionedRef<Integer> ref = Snapshots.create(name, 0, (listener, thrown) -> {});

    Together.repeat(2, 20_000, () -> ref.update(before -> before + 1));

    assertThat(ref.snapshot()).isEqualTo(new Snapshot<>(40_000, 40_000));
  }
}
