package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotMapTest {
  static List<Keys.Kind> kinds() {
    return Keys.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void doesWhatAHashMapDoes(Keys.Kind kind) {
    SnapshotMap<Object, Integer> map = new SnapshotMap<>();
    Map<Object, Integer> oracle = new HashMap<>();
    Random random = new Random(20_261_121);
    for (int step = 0; step < 125_000; step++) {
      // Grows to about 200 entries and shrinks to a few again, so both kinds of tables occur.
      int range = step / 5_000 % 2 == 0 ? 400 : 20;
      Object key = kind.key().apply(random.nextInt(range));
      if (random.nextInt(range == 20 ? 4 : 2) == 0) {
        assertThat(map.put(key, step)).isEqualTo(oracle.put(key, step));
      } else {
        assertThat(map.remove(key)).isEqualTo(oracle.remove(key));
      }
      if (range == 20 && random.nextInt(50) == 0) {
        int limit = random.nextInt(step + 1);
        int before = oracle.size();
        oracle.values().removeIf(value -> value < limit);
        assertThat(map.removeIf((any, value) -> value < limit)).isEqualTo(before - oracle.size());
      }
      assertThat(map.get(key)).isEqualTo(oracle.get(key));
      assertThat(map.size()).isEqualTo(oracle.size());
      if (step % 500 == 0) {
        assertThat(map.snapshot()).isEqualTo(oracle);
        assertThat(new HashMap<>(map.snapshot())).isEqualTo(oracle);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aDifferenceTurnsTheOlderIntoTheNewer(Keys.Kind kind) {
    SnapshotMap<Object, Integer> map = new SnapshotMap<>();
    Random random = new Random(1);
    List<MapSnapshot<Object, Integer>> seen = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      int changes = random.nextInt(60);
      map.update(
          editor -> {
            for (int i = 0; i < changes; i++) {
              Object key = kind.key().apply(random.nextInt(300));
              if (random.nextInt(3) == 0) {
                editor.remove(key);
              } else {
                editor.put(key, random.nextInt(10));
              }
            }
          });
      seen.add(map.snapshot());
    }
    for (MapSnapshot<Object, Integer> older : seen) {
      for (MapSnapshot<Object, Integer> newer : seen) {
        Map<Object, Integer> patched = new HashMap<>(older);
        for (var change : MapDifference.between(older, newer).entries()) {
          assertThat(patched.get(change.key())).isEqualTo(change.before());
          assertThat(change.before()).isNotEqualTo(change.after());
          if (change.after() == null) {
            patched.remove(change.key());
          } else {
            patched.put(change.key(), change.after());
          }
        }
        assertThat(patched).isEqualTo(newer);
      }
    }
  }

  @Test
  void aSnapshotNeverChanges() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    List<MapSnapshot<String, Integer>> snapshots = new ArrayList<>();
    List<Map<String, Integer>> copies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int round = i;
      map.update(
          editor -> {
            for (int j = 0; j < round; j++) {
              editor.put("key-" + j, round);
              editor.put("once-" + j + "-" + round, j);
            }
            editor.remove("key-" + round / 2);
          });
      snapshots.add(map.snapshot());
      copies.add(new HashMap<>(map.snapshot()));
    }
    assertThat(snapshots).isEqualTo(copies);
  }

  @Test
  void computesWhatIsAbsentOnce() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    assertThat(map.getOrDefault("a", 7)).isEqualTo(7);
    assertThat(map.computeIfAbsent("a", String::length)).isEqualTo(1);
    assertThat(map.computeIfAbsent("a", key -> 2)).isEqualTo(1);
    assertThat(map.getOrDefault("a", 7)).isEqualTo(1);
    assertThat(map.version()).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("NullAway") // sees nullable function types differently on each JDK
  void aFunctionThatReturnsNullSetsNothing() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    assertThat(map.computeIfAbsent("a", key -> null)).isNull();
    assertThat(map.size()).isZero();
    assertThat(map.version()).isZero();
  }

  @Test
  void anEditorIsOfNoUseAfterwards() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    List<MapEditor<String, Integer>> kept = new ArrayList<>();
    map.update(
        editor -> {
          editor.put("a", 1);
          kept.add(editor);
        });
    assertThatThrownBy(() -> kept.get(0).put("b", 2)).isInstanceOf(IllegalStateException.class);
    assertThat(map.snapshot()).containsExactly(Map.entry("a", 1));
  }

  @Test
  void whatABatchThrowsChangesNothing() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    map.put("a", 1);
    assertThatThrownBy(
            () ->
                map.update(
                    editor -> {
                      editor.put("a", 2);
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    assertThat(map.get("a")).isEqualTo(1);
    assertThat(map.version()).isEqualTo(1);
  }

  @Test
  void aConditionalChangeNeedsItsVersion() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    map.put("a", 1);
    assertThat(map.replace(0, Map.of("b", 2))).isFalse();
    assertThat(map.replace(1, Map.of("b", 2))).isTrue();
    assertThat(map.snapshot()).containsExactly(Map.entry("b", 2));
    assertThat(map.update(1, editor -> editor.put("c", 3))).isFalse();
    assertThat(map.update(2, editor -> editor.put("c", 3))).isTrue();
    assertThat(map.version()).isEqualTo(3);
    assertThatThrownBy(() -> map.replace(-1, Map.of()))
        .hasMessage("expectedVersion must be at least 0, was -1");
  }

  @Test
  @SuppressWarnings("NullAway") // sees nullable function types differently on each JDK
  void listenersSeeEveryChangeInOrder() {
    SnapshotMap<String, Integer> map = new SnapshotMap<>();
    List<String> told = new ArrayList<>();
    try (var subscription =
        map.addListener(
            (before, after, version) -> told.add(before + ">" + after + "@" + version))) {
      map.put("a", 1);
      map.remove("b");
      map.compute("a", (key, value) -> value == null ? null : value + 1);
      assertThat(subscription.isClosed()).isFalse();
    }
    map.put("c", 3);
    assertThat(told).containsExactly("{}>{a=1}@1", "{a=1}>{a=2}@2");
  }

  /** A key that counts how often keys are compared. */
  private record Counting(int id, int hash, AtomicLong comparisons)
      implements Comparable<Counting> {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      comparisons.incrementAndGet();
      return other instanceof Counting that && that.id == id;
    }

    @Override
    public int compareTo(Counting other) {
      comparisons.incrementAndGet();
      return Integer.compare(id, other.id);
    }
  }

  @Test
  void keysWithEqualHashesCostALogarithmOfThem() {
    assertThat(comparisonsPerOperation(id -> 42, 20_000)).isLessThan(60);
  }

  @Test
  void keysWithHashesEqualInTheLowBitsCostNothingMore() {
    assertThat(comparisonsPerOperation(id -> id << 16 | 0x1234, 20_000)).isLessThan(3);
    assertThat(comparisonsPerOperation(id -> id << 16, 32)).isLessThan(3);
  }

  /** Returns the average over adding, looking up and removing all keys. */
  private static double comparisonsPerOperation(IntUnaryOperator hash, int keys) {
    AtomicLong comparisons = new AtomicLong();
    SnapshotMap<Counting, Integer> map = new SnapshotMap<>();
    for (int id = 0; id < keys; id++) {
      map.put(new Counting(id, hash.applyAsInt(id), comparisons), id);
    }
    for (int id = 0; id < keys; id++) {
      assertThat(map.get(new Counting(id, hash.applyAsInt(id), comparisons))).isEqualTo(id);
    }
    for (int id = 0; id < keys; id++) {
      map.remove(new Counting(id, hash.applyAsInt(id), comparisons));
    }
    assertThat(map.size()).isZero();
    return comparisons.get() / 3.0 / keys;
  }
}
