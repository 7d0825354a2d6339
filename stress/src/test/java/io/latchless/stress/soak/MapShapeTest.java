package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.SnapshotMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What a map holds on to, and finds, depends on its entries and not on how they came to be. */
class MapShapeTest {
  private static final int MANY = 10_000;
  private static final int LEFT = 40;

  private static long bytes(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }

  @Test
  void aBatchOfRemovalsLeavesNothingBehind() {
    SnapshotMap<Integer, Integer> emptied = new SnapshotMap<>();
    emptied.update(editor -> IntStream.range(0, MANY).forEach(key -> editor.put(key, key)));
    emptied.update(editor -> IntStream.range(LEFT, MANY).forEach(editor::remove));
    SnapshotMap<Integer, Integer> fresh = new SnapshotMap<>();
    IntStream.range(0, LEFT).forEach(key -> fresh.put(key, key));

    assertThat(emptied.snapshot()).isEqualTo(fresh.snapshot());
    assertThat(bytes(emptied.snapshot())).isEqualTo(bytes(fresh.snapshot()));
  }

  @Test
  void nothingIsLeftOfKeysThatWereSubscribedTogether() {
    HandlerRegistry<Integer, Integer> emptied = new HandlerRegistry<>();
    HandlerRegistry<Integer, Integer> fresh = new HandlerRegistry<>();
    List<Integer> left = IntStream.range(0, LEFT).boxed().toList();
    left.forEach(key -> emptied.subscribe(key, key));
    left.forEach(key -> fresh.subscribe(key, key));
    emptied.subscribeAll(IntStream.range(LEFT, MANY).boxed().toList(), 0, 0).close();

    assertThat(bytes(emptied)).isEqualTo(bytes(fresh));
  }

  /** A list equals one of another class, and strings such as Aa and BB have one hash code. */
  @Test
  void anEqualKeyOfAnotherClassIsFound() {
    SnapshotMap<List<String>, Integer> map = new SnapshotMap<>();
    IntStream.range(0, LEFT).forEach(key -> map.put(List.of("key " + key), key));
    map.put(List.of("Aa"), 1);
    map.put(List.of("BB"), 2);
    int size = map.size();

    assertThat(map.get(new ArrayList<>(List.of("Aa")))).isEqualTo(1);
    assertThat(map.put(new ArrayList<>(List.of("Aa")), 3)).isEqualTo(1);
    assertThat(map.size()).isEqualTo(size);
  }
}
