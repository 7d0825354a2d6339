package io.latchless.stress.soak;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A lookup compares a key with few others, however regular the keys are. */
public final class MapProbeCheck {
  private static final int MOST_PROBES = 6;

  private MapProbeCheck() {}

  /** A process id that counts its comparisons with present ids. */
  public static final class CountedKey {
    private final String id;
    private int comparisons;

    CountedKey(String id) {
      this.id = id;
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    /** Counts on both sides, because a map may call either key. */
    @Override
    public boolean equals(@Nullable Object object) {
      if (!(object instanceof CountedKey other)) {
        return false;
      }
      comparisons++;
      other.comparisons++;
      return id.equals(other.id);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Looks up the present ids and as many absent ones.
   *
   * @param table creates a lookup in a table of the given keys
   */
  public static List<String> audit(Function<List<CountedKey>, Predicate<CountedKey>> table) {
    Findings findings = new Findings();
    for (int size : new int[] {16_384, 1024, 32, 16, 8}) {
      Predicate<CountedKey> contains = table.apply(ids(size));
      int most = 0;
      int found = 0;
      for (CountedKey key : ids(2 * size)) {
        found += contains.test(key) ? 1 : 0;
        most = Math.max(most, key.comparisons);
      }
      findings.require(found == size, "%d of %d are there", found, size);
      findings.require(
          most <= MOST_PROBES, "%d probes for one of process-0 to process-%d", most, size - 1);
    }
    return findings.list();
  }

  private static List<CountedKey> ids(int count) {
    return IntStream.range(0, count).mapToObj(id -> new CountedKey("process-" + id)).toList();
  }
}
