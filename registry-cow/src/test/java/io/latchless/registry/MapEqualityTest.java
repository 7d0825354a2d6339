package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys whose {@code equals} is not symmetric, or whose order contradicts it. */
@SuppressWarnings("NullAway") // sees nullable function types differently on each JDK
class MapEqualityTest {
  /** Equals its own kind and derived keys, as a {@code Date} does. */
  private static class Base {
    final int id;
    final int hash;

    Base(int id, int hash) {
      this.id = id;
      this.hash = hash;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Base that && that.id == id;
    }

    @Override
    public String toString() {
      return getClass().getSimpleName() + id;
    }
  }

  /** Equals only other derived keys, as a {@code Timestamp} does. */
  private static final class Derived extends Base {
    Derived(int id, int hash) {
      super(id, hash);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Derived that && that.id == id;
    }
  }

  /** A flat table, a trie, a trie with small collision nodes, and one large collision node. */
  @SuppressWarnings("ImmutableEnumChecker") // functions of a number
  private enum Shape {
    FLAT(8, id -> id),
    TRIE(100, id -> id),
    COLLISIONS(100, id -> id / 8),
    ONE_COLLISION(100, id -> 42);

    final int entries;
    final IntUnaryOperator hash;

    Shape(int entries, IntUnaryOperator hash) {
      this.entries = entries;
      this.hash = hash;
    }

    Base base(int id) {
      return new Base(id, hash.applyAsInt(id));
    }

    Derived derived(int id) {
      return new Derived(id, hash.applyAsInt(id));
    }
  }

  /** Compares the result and the effect of each operation, with both kinds of keys in any order. */
  @Test
  void doesWhatAConcurrentHashMapDoesIfEqualsIsNotSymmetric() {
    for (Shape shape : Shape.values()) {
      for (int storedKind = 0; storedKind < 2; storedKind++) {
        for (int askedKind = 0; askedKind < 2; askedKind++) {
          SnapshotMap<Base, String> map = new SnapshotMap<>();
          ConcurrentHashMap<Base, String> peer = new ConcurrentHashMap<>();
          for (int id = 0; id < shape.entries; id++) {
            Base key = storedKind == 0 ? shape.base(id) : shape.derived(id);
            map.put(key, "old");
            peer.put(key, "old");
          }
          for (int id = 0; id < shape.entries; id++) {
            Base asked = askedKind == 0 ? shape.base(id) : shape.derived(id);
            String what = shape + " " + asked;
            MapSnapshot<Base, String> snapshot = map.snapshot();
            assertThat(map.get(asked)).as(what).isEqualTo(peer.get(asked));
            assertThat(map.containsKey(asked)).isEqualTo(peer.containsKey(asked));
            assertThat(snapshot.containsKey(asked)).isEqualTo(peer.containsKey(asked));
            assertThat(snapshot.keySet().contains(asked)).isEqualTo(peer.keySet().contains(asked));
            assertThat(snapshot.entrySet().contains(Map.entry(asked, "old")))
                .isEqualTo(peer.entrySet().contains(Map.entry(asked, "old")));
            assertThat(map.compute(asked, (key, value) -> value + "+"))
                .isEqualTo(peer.compute(asked, (key, value) -> value + "+"));
            assertThat(map.remove(asked)).isEqualTo(peer.remove(asked));
            assertThat(map.putIfAbsent(asked, "new")).isEqualTo(peer.putIfAbsent(asked, "new"));
            assertThat(map.put(asked, "newer")).isEqualTo(peer.put(asked, "newer"));
            map.update(
                editor -> {
                  assertThat(editor.get(asked)).isEqualTo(peer.get(asked));
                  assertThat(editor.put(asked, "newest")).isEqualTo(peer.put(asked, "newest"));
                });
            assertThat(map.size()).as(what).isEqualTo(peer.size());
            assertThat(identities(map.snapshot().keySet())).isEqualTo(identities(peer.keySet()));
          }
        }
      }
    }
  }

  private static Set<Integer> identities(Set<?> keys) {
    Set<Integer> identities = new HashSet<>();
    keys.forEach(key -> identities.add(System.identityHashCode(key)));
    return identities;
  }

  /** Both stay, because the later key equals nothing; no change of shape merges them. */
  @Test
  @SuppressWarnings("ReferenceEquality") // the same key, not an equal one
  void keysThatWereToldApartStayApart() {
    for (Shape shape : Shape.values()) {
      SnapshotMap<Base, Integer> map = new SnapshotMap<>();
      List<Base> keys = new ArrayList<>();
      for (int id = 0; id < shape.entries; id++) {
        keys.add(shape.base(id));
        keys.add(shape.derived(id));
      }
      for (Base key : keys) {
        map.put(key, keys.size());
      }
      assertThat(map.size()).as("%s", shape).isEqualTo(keys.size());
      for (int left = keys.size(); left > 0; left--) {
        Base removed = keys.get(left - 1);
        assertThat(map.removeIf((key, value) -> key == removed)).isEqualTo(1);
        assertThat(map.size()).isEqualTo(left - 1);
        assertThat(identities(map.snapshot().keySet()).contains(System.identityHashCode(removed)))
            .isFalse();
      }
    }
  }

  @Test
  void handlersOfKeysThatWereToldApartStayApart() {
    Table table = SegmentedTable.EMPTY;
    for (int id = 0; id < 200; id++) {
      table = TableKind.HANDLERS.put(table, Edit.single(), Shape.COLLISIONS.base(id), id);
      table = TableKind.HANDLERS.put(table, Edit.single(), Shape.COLLISIONS.derived(id), id);
      assertThat(table.size()).isEqualTo(2 * id + 2);
    }
    List<Object> keys = new ArrayList<>();
    table.forEach((key, value) -> keys.add(key));
    for (int left = keys.size(); left > 0; left--) {
      table = TableKind.HANDLERS.remove(table, Edit.exact(), keys.get(left - 1));
      assertThat(table.size()).isEqualTo(left - 1);
    }
  }

  /** A derived key equals no base key, so one was removed and the other added, or vice versa. */
  @Test
  void aDifferenceTurnsTheOlderIntoTheNewerIfEqualsIsNotSymmetric() {
    for (Shape shape : Shape.values()) {
      SnapshotMap<Base, Integer> bases = new SnapshotMap<>();
      SnapshotMap<Base, Integer> derived = new SnapshotMap<>();
      for (int id = 0; id < shape.entries; id++) {
        bases.put(shape.base(id), 1);
        derived.put(shape.derived(id), 1);
      }
      assertThat(patched(bases, derived)).as("%s", shape).isEqualTo(classes(derived));
      assertThat(patched(derived, bases)).as("%s", shape).isEqualTo(classes(bases));
      assertThat(patched(bases, bases)).isEqualTo(classes(bases));
    }
  }

  private static Set<String> classes(SnapshotMap<Base, Integer> map) {
    Set<String> names = new HashSet<>();
    map.snapshot().forEach((key, value) -> names.add(key.toString()));
    return names;
  }

  /** Applies the difference to the names of the keys, which differ between the kinds. */
  private static Set<String> patched(
      SnapshotMap<Base, Integer> older, SnapshotMap<Base, Integer> newer) {
    Set<String> names = classes(older);
    for (var change : MapDifference.between(older.snapshot(), newer.snapshot()).entries()) {
      if (change.after() == null) {
        names.remove(change.key().toString());
      } else if (change.before() == null) {
        names.add(change.key().toString());
      }
    }
    return names;
  }

  /** Equals nothing, not even itself, and is found by identity. */
  private static final class Singular {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 100})
  void whatDoesNotEqualItselfIsFoundByIdentity(int entries) {
    SnapshotMap<Singular, Singular> map = new SnapshotMap<>();
    List<Singular> keys = IntStream.range(0, entries).mapToObj(id -> new Singular()).toList();
    keys.forEach(key -> map.put(key, key));
    keys.forEach(key -> assertThat(map.put(key, key)).isSameAs(key));
    MapSnapshot<Singular, Singular> before = map.snapshot();
    assertThat(before.size()).isEqualTo(entries);
    keys.forEach(
        key -> {
          assertThat(before.containsValue(key)).isTrue();
          assertThat(before.entrySet().contains(Map.entry(key, key))).isTrue();
        });
    map.put(new Singular(), new Singular());
    assertThat(MapDifference.between(before, map.snapshot()).entries()).hasSize(1);
    keys.forEach(key -> assertThat(map.remove(key)).isSameAs(key));
    assertThat(map.size()).isEqualTo(1);
  }

  /** Equal by id, but ordered by priority. */
  private record Task(int id, int priority, int hash) implements Comparable<Task> {
    @Override
    public boolean equals(Object other) {
      return other instanceof Task that && that.id == id;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public int compareTo(Task other) {
      return Integer.compare(priority, other.priority);
    }
  }

  /** With so few keys per hash the order is ignored, even if it contradicts equals. */
  @Test
  void anOrderThatContradictsEqualsLosesNoKey() {
    for (int perHash : new int[] {1, 2, 4, 9, CollisionNode.FEW}) {
      int entries = 8 * perHash;
      SnapshotMap<Task, Integer> map = new SnapshotMap<>();
      Random random = new Random(perHash);
      for (int round = 0; round < 5; round++) {
        for (int id = 0; id < entries; id++) {
          Task again = new Task(id, random.nextInt(), id / perHash);
          assertThat(map.get(again)).isEqualTo(round == 0 ? null : round - 1);
          assertThat(map.put(again, round)).isEqualTo(round == 0 ? null : round - 1);
        }
        assertThat(map.size()).isEqualTo(entries);
      }
      for (int id = 0; id < entries; id++) {
        assertThat(map.remove(new Task(id, random.nextInt(), id / perHash))).isEqualTo(4);
      }
      assertThat(map.size()).isZero();
    }
  }

  /** Throws a given throwable if one of two compared names is missing. */
  private record Named(int id, String name, Throwable thrown) implements Comparable<Named> {
    @Override
    public int hashCode() {
      return 42;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Named that && that.id == id;
    }

    @Override
    public int compareTo(Named other) {
      if (name.isEmpty() || other.name.isEmpty()) {
        throw Thrown.undeclared(thrown);
      }
      return name.compareTo(other.name);
    }
  }

  @Test
  void keysThatThrowWhenComparedAreKept() {
    List<Throwable> all =
        List.of(new IllegalStateException(), new Exception("checked"), new AssertionError());
    for (Throwable thrown : all) {
      for (int nameless : new int[] {1, 2, 3}) {
        IntFunction<Named> key =
            id -> new Named(id, id % nameless == 0 ? "" : "name-" + id * 7919 % 1000, thrown);
        SnapshotMap<Named, Integer> map = new SnapshotMap<>();
        List<Integer> ids = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        java.util.Collections.shuffle(ids, new Random(nameless));
        ids.forEach(id -> assertThat(map.put(key.apply(id), id)).isNull());
        ids.forEach(id -> assertThat(map.put(key.apply(id), id)).isEqualTo(id));
        assertThat(map.size()).isEqualTo(200);
        ids.forEach(id -> assertThat(map.get(key.apply(id))).isEqualTo(id));
        ids.forEach(id -> assertThat(map.remove(key.apply(id))).isEqualTo(id));
        assertThat(map.size()).isZero();
      }
    }
  }

  /** With more keys a lookup follows the order and may miss a key, but no entry is lost. */
  @Test
  void aRandomOrderLeavesTheMapWhole() {
    Random random = new Random(3);
    class Unpredictable implements Comparable<Unpredictable> {
      @Override
      public int hashCode() {
        return 42;
      }

      @Override
      public int compareTo(Unpredictable other) {
        return random.nextInt(3) - 1;
      }
    }
    SnapshotMap<Unpredictable, Integer> map = new SnapshotMap<>();
    for (int id = 0; id < 500; id++) {
      map.put(new Unpredictable(), id);
    }
    assertThat(map.size()).isEqualTo(500);
    assertThat(new HashMap<>(map.snapshot())).hasSize(500);
    assertThat(map.removeIf((key, id) -> id % 2 == 0)).isEqualTo(250);
    assertThat(new HashSet<>(map.snapshot().values())).hasSize(250).allMatch(id -> id % 2 == 1);
  }

  @Test
  void theValueThatIsLookedForIsAsked() {
    SnapshotMap<Integer, Base> map = new SnapshotMap<>();
    map.put(1, new Derived(1, 1));
    MapSnapshot<Integer, Base> snapshot = map.snapshot();
    assertThat(snapshot.containsValue(new Base(1, 1))).isTrue();
    assertThat(snapshot.values().contains(new Base(1, 1))).isTrue();
    assertThat(snapshot.entrySet().contains(Map.entry(1, new Base(1, 1)))).isTrue();
    map.put(1, new Base(1, 1));
    assertThat(map.snapshot().containsValue(new Derived(1, 1))).isFalse();
    assertThat(map.snapshot().entrySet().contains(Map.entry(1, new Derived(1, 1)))).isFalse();
  }
}
