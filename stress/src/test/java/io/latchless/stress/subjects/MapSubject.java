package io.latchless.stress.subjects;

import io.latchless.registry.MapSnapshot;
import io.latchless.registry.SnapshotMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map between numbers, none of them negative, that can be had as a whole; ours or a rogue. */
public interface MapSubject {
  /** What is returned where there is no value. */
  int NOTHING = -1;

  /**
   * All entries of one moment.
   *
   * @param entries by key
   * @param version how many changes had been published
   */
  record Moment(Map<Integer, Integer> entries, long version) {
    public int sum() {
      return entries.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  int get(int key);

  int size();

  Moment moment();

  /** Returns the value that the key had. */
  int put(int key, int value);

  /** Returns the value that the key had and keeps. */
  int putIfAbsent(int key, int value);

  /** Returns the value that the key had. */
  int remove(int key);

  /** Adds to a value, nothing counting as 0, and returns the sum. */
  int add(int key, int amount);

  /** Moves an amount from one key to another, both of which are there, at once. */
  void move(int from, int to, int amount);

  /** What a map has returned. */
  static int orNothing(@Nullable Integer value) {
    return value == null ? NOTHING : value;
  }

  /** One of ours. */
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
      @SuppressWarnings(
          "NullAway") // its view of a function of nullable values differs from JDK to JDK
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
