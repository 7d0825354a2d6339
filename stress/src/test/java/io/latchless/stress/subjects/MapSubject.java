package io.latchless.stress.subjects;

import io.latchless.registry.MapSnapshot;
import io.latchless.registry.SnapshotMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map between non-negative numbers that supports snapshots: the library's or a rogue. */
public interface MapSubject {
  /** Returned if there is no value. */
  int NOTHING = -1;

  /**
   * All entries at one moment.
   *
   * @param entries the values by key
   * @param version the number of changes published so far
   */
  record Moment(Map<Integer, Integer> entries, long version) {
    public int sum() {
      return entries.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  int get(int key);

  int size();

  Moment moment();

  /** Returns the previous value of the key. */
  int put(int key, int value);

  /** Returns the value that the key had, and keeps. */
  int putIfAbsent(int key, int value);

  /** Returns the previous value of the key. */
  int remove(int key);

  /** Adds to a value, with a missing one as 0, and returns the sum. */
  int add(int key, int amount);

  /** Moves an amount between two present keys in one step. */
  void move(int from, int to, int amount);

  /** Converts a map's result. */
  static int orNothing(@Nullable Integer value) {
    return value == null ? NOTHING : value;
  }

  /** Adapts the library's map. */
  static MapSubject of(SnapshotMap<Integer, Integer> map) {
    return new MapSubject() {
      @Override
      public int get(int key) {
        return orNothing(map.get(key));
      }

      @Override
      public int size() {
        return map.size();
      }

      @Override
      public Moment moment() {
        MapSnapshot<Integer, Integer> snapshot = map.snapshot();
        return new Moment(snapshot, snapshot.version());
      }

      @Override
      public int put(int key, int value) {
        return orNothing(map.put(key, value));
      }

      @Override
      public int putIfAbsent(int key, int value) {
        return orNothing(map.putIfAbsent(key, value));
      }

      @Override
      public int remove(int key) {
        return orNothing(map.remove(key));
      }

      @Override
      @SuppressWarnings("NullAway") // its model of functions of nullable values differs by JDK
      public int add(int key, int amount) {
        return orNothing(map.compute(key, (k, value) -> value == null ? amount : value + amount));
      }

      @Override
      public void move(int from, int to, int amount) {
        map.update(
            editor -> {
              editor.put(from, orNothing(editor.get(from)) - amount);
              editor.put(to, orNothing(editor.get(to)) + amount);
            });
      }
    };
  }
}
