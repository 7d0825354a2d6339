package io.latchless.registry;

import java.util.List;
import java.util.function.IntFunction;

/** Kinds of keys, friendly and hostile. */
final class Keys {
  /** A key with a chosen hash. */
  record Chosen(int id, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** A comparable key with a chosen hash. */
  record Ordered(int id, int hash) implements Comparable<Ordered> {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(id, other.id);
    }
  }

  /** A key that compares as equal to its neighbor. */
  record HalfOrdered(int id) implements Comparable<HalfOrdered> {
    @Override
    public int hashCode() {
      return 7;
    }

    @Override
    public int compareTo(HalfOrdered other) {
      return Integer.compare(id / 2, other.id / 2);
    }
  }

  /** A kind of keys. */
  record Kind(String name, IntFunction<Object> key) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Keys() {}

  static List<Kind> kinds() {
    return List.of(
        new Kind("numbers", id -> id),
        new Kind("process ids", id -> "process-" + id),
        new Kind("hashes equal in the low 16 bits", id -> new Chosen(id, id << 16 | 0x1234)),
        new Kind("hashes equal but for three bits", id -> new Chosen(id, id & 7)),
        new Kind("all hashes equal", id -> new Chosen(id, 42)),
        new Kind("all hashes equal, in order", id -> new Ordered(id, 42)),
        new Kind("all hashes equal, half in order", HalfOrdered::new),
        new Kind(
            "all hashes equal, of two types",
            id -> id % 2 == 0 ? new Ordered(id, 42) : new Chosen(id, 42)));
  }
}
