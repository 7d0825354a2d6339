package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The shape and the results of a map depend on its entries, not on the changes that led there. */
class MapShapeTest {
  private static final int MANY = 10_000;
  private static final int LEFT = 40;

  @Test
  void aBatchOfRemovalsLeavesNothingBehind() {
    SnapshotMap<Integer, Integer> emptied = new SnapshotMap<>();
    emptied.update(editor -> IntStream.range(0, MANY).forEach(key -> editor.put(key, key)));
    emptied.update(editor -> IntStream.range(LEFT, MANY).forEach(editor::remove));
    SnapshotMap<Integer, Integer> fresh = new SnapshotMap<>();
    IntStream.range(0, LEFT).forEach(key -> fresh.put(key, key));

    assertThat(emptied.snapshot()).isEqualTo(fresh.snapshot());
    assertThat(slots(emptied)).isEqualTo(slots(fresh));
  }

  @Test
  void removalsOneByOneLeaveNothingBehind() {
    SnapshotMap<Integer, Integer> emptied = new SnapshotMap<>();
    IntStream.range(0, MANY).forEach(key -> emptied.put(key, key));
    IntStream.range(LEFT, MANY).forEach(emptied::remove);
    SnapshotMap<Integer, Integer> fresh = new SnapshotMap<>();
    IntStream.range(0, LEFT).forEach(key -> fresh.put(key, key));

    assertThat(slots(emptied)).isEqualTo(slots(fresh));
  }

  /** Returns the number of slots of every node. */
  private static List<Integer> slots(SnapshotMap<?, ?> map) {
    List<Integer> slots = new ArrayList<>();
    collect(((TrieTable) map.snapshot().table()).root(), slots);
    return slots;
  }

  private static void collect(Node node, List<Integer> slots) {
    Object[] all = node.slots();
    slots.add(all.length);
    for (int at = all.length - node.childCount(); at < all.length; at++) {
      collect((Node) all[at], slots);
    }
  }

  /** Each level uses five bits, so sixteen useless bits would add three levels. */
  @Test
  void hashesThatAreEqualInTheLowBitsMakeNoDeeperTrie() {
    SnapshotMap<Object, Integer> friendly = new SnapshotMap<>();
    SnapshotMap<Object, Integer> hostile = new SnapshotMap<>();
    for (int id = 0; id < MANY; id++) {
      friendly.put(id, id);
      hostile.put(new Keys.Chosen(id, id << 16 | 0x1234), id);
    }
    assertThat(depth(hostile)).isLessThanOrEqualTo(depth(friendly) + 1);
  }

  private static int depth(SnapshotMap<?, ?> map) {
    return depth(((TrieTable) map.snapshot().table()).root());
  }

  private static int depth(Node node) {
    Object[] all = node.slots();
    int deepest = 0;
    for (int at = all.length - node.childCount(); at < all.length; at++) {
      deepest = Math.max(deepest, depth((Node) all[at]));
    }
    return deepest + 1;
  }

  /** A list equals one of another class; strings such as Aa and BB have equal hash codes. */
  @Test
  void anEqualKeyOfAnotherClassIsFound() {
    SnapshotMap<List<String>, Integer> map = new SnapshotMap<>();
    IntStream.range(0, LEFT).forEach(key -> map.put(List.of("key " + key), key));
    map.put(List.of("Aa"), 1);
    map.put(List.of("BB"), 2);
    int size = map.size();

    assertThat(map.get(new ArrayList<>(List.of("Aa")))).isEqualTo(1);
    assertThat(map.put(new ArrayList<>(List.of("Aa")), 3)).isEqualTo(1);
    assertThat(map.get(List.of("Aa"))).isEqualTo(3);
    assertThat(map.remove(new ArrayList<>(List.of("BB")))).isEqualTo(2);
    assertThat(map.size()).isEqualTo(size - 1);
  }

  @Test
  void equalKeysOfSeveralClassesAreOneKeyInACollisionNode() {
    SnapshotMap<List<String>, Integer> map = new SnapshotMap<>();
    IntStream.range(0, LEFT).forEach(key -> map.put(List.of("key " + key), key));
    map.put(List.of("Aa"), 1);
    map.put(new ArrayList<>(List.of("BB")), 2);
    assertThat(map.put(List.of("BB"), 3)).isEqualTo(2);
    assertThat(map.put(new ArrayList<>(List.of("Aa")), 4)).isEqualTo(1);
    assertThat(map.size()).isEqualTo(LEFT + 2);
    assertThat(map.remove(List.of("BB"))).isEqualTo(3);
    assertThat(map.remove(new ArrayList<>(List.of("Aa")))).isEqualTo(4);
    assertThat(map.size()).isEqualTo(LEFT);
  }
}
