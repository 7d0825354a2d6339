package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the cost of operations that the Javadoc states, in nodes copied and keys called. */
@SuppressWarnings("NullAway") // sees nullable function types differently on each JDK
class MapCostTest {
  private static final int MANY = 16_384;

  /** From the root to an entry: seven bitmap nodes and a collision node. */
  private static final int LONGEST_PATH = 8;

  /** A key that counts how often keys are hashed or compared. */
  private record Counting(int id, int hash, AtomicLong steps) implements Comparable<Counting> {
    @Override
    public int hashCode() {
      steps.incrementAndGet();
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      steps.incrementAndGet();
      return other instanceof Counting that && that.id == id;
    }

    @Override
    public int compareTo(Counting other) {
      steps.incrementAndGet();
      return Integer.compare(id, other.id);
    }
  }

  /** A {@link Counting} key without an order. */
  private record Unordered(int id, int hash, AtomicLong steps) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      steps.incrementAndGet();
      return other instanceof Unordered that && that.id == id;
    }
  }

  private static SnapshotMap<Object, Integer> filled(int entries) {
    SnapshotMap<Object, Integer> map = new SnapshotMap<>();
    map.update(editor -> IntStream.range(0, entries).forEach(key -> editor.put(key, key)));
    return map;
  }

  /** Returns the number of nodes that a change does not share with the previous snapshot. */
  private static int copied(
      SnapshotMap<Object, Integer> map, Consumer<SnapshotMap<Object, Integer>> change) {
    Set<Node> before = nodes(map);
    change.accept(map);
    Set<Node> after = nodes(map);
    after.removeAll(before);
    return after.size();
  }

  private static Set<Node> nodes(SnapshotMap<Object, Integer> map) {
    Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(((TrieTable) map.snapshot().table()).root(), nodes);
    return nodes;
  }

  private static void collect(Node node, Set<Node> nodes) {
    nodes.add(node);
    Object[] slots = node.slots();
    for (int at = slots.length - node.childCount(); at < slots.length; at++) {
      collect((Node) slots[at], nodes);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1_024, MANY})
  void aChangeCopiesTheWayToItsEntry(int entries) {
    SnapshotMap<Object, Integer> map = filled(entries);
    assertThat(copied(map, each -> each.put(1, -1))).isBetween(1, LONGEST_PATH);
    assertThat(copied(map, each -> each.put(-1, -1))).isBetween(1, LONGEST_PATH);
    assertThat(copied(map, each -> each.compute(2, (key, value) -> -2))).isBetween(1, LONGEST_PATH);
    assertThat(copied(map, each -> each.remove(3))).isBetween(1, LONGEST_PATH);
    assertThat(copied(map, each -> each.removeIf((key, value) -> key.equals(4))))
        .isBetween(1, LONGEST_PATH);
    assertThat(copied(map, each -> each.update(editor -> editor.put(5, -5))))
        .isBetween(1, LONGEST_PATH);
  }

  @Test
  void aBatchCopiesTheWaysToItsEntriesOnce() {
    SnapshotMap<Object, Integer> map = filled(MANY);
    assertThat(
            copied(
                map,
                each ->
                    each.update(
                        editor -> {
                          for (int round = 0; round < 100; round++) {
                            editor.put(1, -round);
                            editor.put(2, -round);
                          }
                        })))
        .isLessThanOrEqualTo(2 * LONGEST_PATH);
    assertThat(copied(map, each -> each.removeIf((key, value) -> (int) key < 10)))
        .isLessThanOrEqualTo(10 * LONGEST_PATH);
  }

  /** Keeps the table itself, and thus all nodes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8, 64, MANY})
  void whatChangesNothingCopiesNothing(int entries) {
    SnapshotMap<Object, Integer> map = filled(entries);
    MapSnapshot<Object, Integer> before = map.snapshot();
    map.remove(-1);
    map.removeIf((key, value) -> false);
    map.compute(-1, (key, value) -> null);
    map.compute(1, (key, value) -> value);
    map.update(editor -> editor.removeIf((key, value) -> false));
    map.update(editor -> editor.remove(-1));
    before.forEach(map::put);
    before.forEach(map::putIfAbsent);
    assertThat(map.snapshot()).isSameAs(before);
  }

  @Test
  void removeIfAsksNoKeyUnlessItsEntryGoes() {
    AtomicLong steps = new AtomicLong();
    SnapshotMap<Counting, Integer> map = new SnapshotMap<>();
    for (int id = 0; id < 1_000; id++) {
      map.put(new Counting(id, id, steps), id);
    }
    steps.set(0);
    AtomicLong filtered = new AtomicLong();
    map.removeIf((key, id) -> filtered.incrementAndGet() < 0);
    assertThat(filtered).hasValue(1_000);
    assertThat(steps).hasValue(0);
    map.removeIf((key, id) -> id % 100 == 0);
    assertThat(steps.get()).isLessThanOrEqualTo(10);
    assertThat(map.size()).isEqualTo(990);
  }

  /** Visits three keys of each node that the changes have copied, of sixteen thousand keys. */
  @Test
  void aDifferenceLooksAtWhatWasCopied() {
    AtomicLong steps = new AtomicLong();
    SnapshotMap<Counting, Integer> map = new SnapshotMap<>();
    map.update(
        editor -> {
          for (int id = 0; id < MANY; id++) {
            editor.put(new Counting(id, id, steps), id);
          }
        });
    MapSnapshot<Counting, Integer> before = map.snapshot();
    for (int id = 0; id < 3; id++) {
      map.put(new Counting(id * 1_000, id * 1_000, steps), -1);
    }
    steps.set(0);
    assertThat(MapDifference.between(before, map.snapshot()).entries()).hasSize(3);
    assertThat(steps.get()).isLessThan(3 * 32 * LONGEST_PATH);
    steps.set(0);
    assertThat(MapDifference.between(before, before).entries()).isEmpty();
    assertThat(steps).hasValue(0);
  }

  @Test
  void aSnapshotAndItsReplacementCopyNothing() {
    SnapshotMap<Object, Integer> map = filled(MANY);
    MapSnapshot<Object, Integer> before = map.snapshot();
    assertThat(map.snapshot()).isSameAs(before);
    map.put(1, -1);
    assertThat(copied(map, each -> assertThat(each.replace(each.version(), before)).isTrue()))
        .isLessThanOrEqualTo(LONGEST_PATH);
  }

  /** Above a few keys a lookup follows the order and is logarithmic. */
  @Test
  void keysWithEqualHashesThatAreComparableTakeALogarithm() {
    AtomicLong steps = new AtomicLong();
    SnapshotMap<Counting, Integer> map = new SnapshotMap<>();
    for (int id = 0; id < 4_096; id++) {
      map.put(new Counting(id * 1_021 % 4_096, 42, steps), id);
    }
    for (Consumer<Counting> operation :
        List.<Consumer<Counting>>of(
            map::get, key -> map.put(key, 1), key -> map.putIfAbsent(key, 2), map::remove)) {
      for (int id : new int[] {0, 1, 2_047, 4_095, -1, 5_000}) {
        steps.set(0);
        operation.accept(new Counting(id, 42, steps));
        assertThat(steps.get()).isLessThan(100);
      }
    }
    steps.set(0);
    int size = map.size();
    assertThat(map.removeIf((key, value) -> key.id() % 64 == 0)).isPositive();
    assertThat(steps.get()).isLessThan((long) (size - map.size()) * 50);
  }

  /** Each key is compared once, whatever the shape of the tree. */
  @Test
  void keysWithEqualHashesThatAreNotComparableTakeOneStepEach() {
    AtomicLong steps = new AtomicLong();
    SnapshotMap<Unordered, Integer> map = new SnapshotMap<>();
    for (int id = 0; id < 500; id++) {
      steps.set(0);
      map.put(new Unordered(id, 42, steps), id);
      assertThat(steps.get()).isLessThanOrEqualTo(2L * id);
    }
    for (int id = 0; id < 500; id++) {
      steps.set(0);
      assertThat(map.get(new Unordered(id, 42, steps))).isEqualTo(id);
      assertThat(steps.get()).isLessThanOrEqualTo(500);
    }
  }
}
