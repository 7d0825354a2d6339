package io.latchless.stress.soak;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All operations of a map call {@code equals} on the same one of two keys. */
public final class MapEqualityCheck {
  private static final int OTHERS = 100;

  private MapEqualityCheck() {}

  /** A map of the library or a rogue. */
  public interface Subject {
    @Nullable Integer get(Object key);

    /** Returns the previous value of the key, or null. */
    @Nullable Integer put(Object key, int value);
  }

  /** Equals all keys with its number, derived or not, like a {@code Date}. */
  private static class Base {
    final int number;

    Base(int number) {
      this.number = number;
    }

    @Override
    public final int hashCode() {
      return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Base that && that.number == number;
    }
  }

  /** Equals derived keys only, like a {@code Timestamp}. */
  private static final class Derived extends Base {
    Derived(int number) {
      super(number);
    }

    @Override
    @SuppressWarnings("EqualsHashCode") // the same for all keys with the number
    public boolean equals(@Nullable Object other) {
      return other instanceof Derived && super.equals(other);
    }
  }

  /** Checks a small map and a large one. */
  public static List<String> audit(Subject map) {
    Findings findings = new Findings();
    for (int number = 0; number < OTHERS; number++) {
      Derived derived = new Derived(number);
      map.put(derived, 1);
      look(map, new Base(number), 1, findings);
      look(map, derived, 2, findings);
    }
    return findings.list();
  }

  private static void look(Subject map, Object key, int present, Findings findings) {
    Integer found = map.get(key);
    findings.require(
        found != null && found == present, "get found %s where %d was put", found, present);
    Integer replaced = map.put(key, present + 1);
    findings.require(
        replaced != null && replaced == present,
        "put replaced %s where %d was put",
        replaced,
        present);
  }
}
