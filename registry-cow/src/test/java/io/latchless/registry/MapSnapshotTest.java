package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inherited methods of a snapshot, and its views. */
class MapSnapshotTest {
  private static MapSnapshot<Integer, String> filled(int entries) {
    SnapshotMap<Integer, String> map = new SnapshotMap<>();
    IntStream.range(0, entries).forEach(key -> map.put(key, "v" + key));
    return map.snapshot();
  }

  /** Includes changes without effect, because the key is absent or the filter returns false. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void everyChangeIsRefused(int entries) {
    Map<String, Consumer<Map<Integer, String>>> changes = new LinkedHashMap<>();
    for (int key : new int[] {0, -1}) {
      changes.put("put " + key, map -> map.put(key, "x"));
      changes.put("putIfAbsent " + key, map -> map.putIfAbsent(key, "x"));
      changes.put("replace " + key, map -> map.replace(key, "x"));
      changes.put("replace if " + key, map -> map.replace(key, "v0", "x"));
      changes.put("remove " + key, map -> map.remove(key));
      changes.put("remove if " + key, map -> map.remove(key, "v0"));
      changes.put("compute " + key, map -> map.compute(key, (k, v) -> fail("asked")));
      changes.put("computeIfAbsent " + key, map -> map.computeIfAbsent(key, k -> fail("asked")));
      changes.put(
          "computeIfPresent " + key, map -> map.computeIfPresent(key, (k, v) -> fail("asked")));
      changes.put("merge " + key, map -> map.merge(key, "x", (a, b) -> fail("asked")));
    }
    changes.put("putAll of none", map -> map.putAll(Map.of()));
    changes.put("replaceAll", map -> map.replaceAll((k, v) -> fail("asked")));
    changes.put("clear", Map::clear);
    Map<String, Function<Map<Integer, String>, Collection<?>>> views = new LinkedHashMap<>();
    views.put("keySet", Map::keySet);
    views.put("values", Map::values);
    views.put("entrySet", Map::entrySet);
    views.forEach(
        (name, view) -> {
          changes.put(name + " clear", map -> view.apply(map).clear());
          changes.put(name + " remove", map -> view.apply(map).remove("absent"));
          changes.put(name + " removeIf", map -> view.apply(map).removeIf(any -> false));
          changes.put(name + " removeAll", map -> view.apply(map).removeAll(List.of()));
          changes.put(name + " retainAll", map -> view.apply(map).retainAll(view.apply(map)));
          changes.put(name + " add", map -> view.apply(map).add(null));
          changes.put(name + " addAll", map -> view.apply(map).addAll(List.of()));
          changes.put(
              name + " iterator",
              map -> {
                Iterator<?> iterator = view.apply(map).iterator();
                if (iterator.hasNext()) {
                  iterator.next();
                }
                iterator.remove();
              });
        });
    MapSnapshot<Integer, String> snapshot = filled(entries);
    Map<Integer, String> copy = Map.copyOf(snapshot);
    changes.forEach(
        (name, change) ->
            assertThatThrownBy(() -> change.accept(snapshot))
                .as(name)
                .isInstanceOf(UnsupportedOperationException.class));
    for (Map.Entry<Integer, String> entry : snapshot.entrySet()) {
      assertThatThrownBy(() -> entry.setValue("x"))
          .isInstanceOf(UnsupportedOperationException.class);
    }
    assertThat(snapshot).isEqualTo(copy).hasSize(entries);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 33, 500})
  void viewsShowAllEntriesHoweverTheyAreGoneThrough(int entries) {
    MapSnapshot<Integer, String> snapshot = filled(entries);
    Map<Integer, String> copy = new HashMap<>(snapshot);
    assertThat(snapshot).isEqualTo(copy).hasSameHashCodeAs(copy).hasSize(entries);
    assertThat(copy).isEqualTo(snapshot);
    Collection<?>[] views = {snapshot.keySet(), snapshot.values(), snapshot.entrySet()};
    Collection<?>[] expected = {copy.keySet(), copy.values(), copy.entrySet()};
    for (int i = 0; i < views.length; i++) {
      Collection<?> view = views[i];
      Set<Object> all = new HashSet<>(expected[i]);
      assertThat(List.<Object>copyOf(view.stream().toList()))
          .hasSize(entries)
          .hasSameElementsAs(all);
      assertThat(List.<Object>copyOf(view.parallelStream().toList()))
          .hasSize(entries)
          .hasSameElementsAs(all);
      assertThat(view.toArray()).hasSize(entries);
      assertThat(new HashSet<>(List.of(view.toArray(new Object[0])))).isEqualTo(all);
      assertThat(view.containsAll(all)).isTrue();
      Spliterator<?> spliterator = view.spliterator();
      assertThat(spliterator.hasCharacteristics(Spliterator.SIZED)).isTrue();
      assertThat(spliterator.getExactSizeIfKnown()).isEqualTo(entries);
      assertThat(spliterator.hasCharacteristics(Spliterator.DISTINCT)).isEqualTo(i != 1);
      assertThat(spliterator.hasCharacteristics(Spliterator.CONCURRENT)).isFalse();
      Set<Object> split = new HashSet<>();
      Spliterator<?> prefix = spliterator.trySplit();
      if (prefix != null) {
        prefix.forEachRemaining(split::add);
      }
      spliterator.forEachRemaining(split::add);
      assertThat(split).isEqualTo(all);
    }
    assertThat(snapshot.keySet()).isEqualTo(copy.keySet()).hasSameHashCodeAs(copy.keySet());
    assertThat(snapshot.entrySet()).isEqualTo(copy.entrySet()).hasSameHashCodeAs(copy.entrySet());
  }

  @Test
  void readsThatAreInherited() {
    MapSnapshot<Integer, String> snapshot = filled(100);
    assertThat(snapshot.getOrDefault(7, "none")).isEqualTo("v7");
    assertThat(snapshot.getOrDefault(-7, "none")).isEqualTo("none");
    assertThat(snapshot.isEmpty()).isFalse();
    assertThat(snapshot.containsValue("v99")).isTrue();
    assertThat(snapshot.containsValue("v100")).isFalse();
    Collection<?> keys = snapshot.keySet();
    assertThat(keys.contains("another type")).isFalse();
    assertThat(snapshot.entrySet().contains(Map.entry(1, "v2"))).isFalse();
    Collection<?> entries = snapshot.entrySet();
    assertThat(entries.contains("no entry")).isFalse();
    assertThatThrownBy(() -> snapshot.get(null)).isInstanceOf(NullPointerException.class);
    assertThat(filled(1)).hasToString("{0=v0}");
  }

  @Test
  void aSnapshotCanBePutBackWithoutACopy() {
    SnapshotMap<Integer, String> map = new SnapshotMap<>();
    IntStream.range(0, 100).forEach(key -> map.put(key, "v" + key));
    MapSnapshot<Integer, String> before = map.snapshot();
    map.put(1, "other");
    assertThat(map.replace(map.version(), before)).isTrue();
    assertThat(map.snapshot()).isEqualTo(before);
    assertThat(map.snapshot().table()).isSameAs(before.table());
    assertThat(map.version()).isEqualTo(102);
  }
}
