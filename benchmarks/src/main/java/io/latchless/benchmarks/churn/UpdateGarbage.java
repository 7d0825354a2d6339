package io.latchless.benchmarks.churn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is left to the garbage collector when a key of a map is given another value.
 *
 * <p>The figures are those of the update contests' work, counted by the thread's own counter on JDK
 * 17 with compressed references. Between two sizes both size and bytes are taken to grow by
 * constant factors: on logarithmic scales a line joins the points. So a map that copies all of its
 * entries is as exact as one that copies the way to an entry.
 */
public final class UpdateGarbage {
  /** The smallest map that was measured. */
  public static final int FEWEST_ENTRIES = 16;

  /** The largest map that was measured. */
  public static final int MOST_ENTRIES = 1_048_576;

  /** Ours, which copies the nodes from the root to the entry; of at most 32 entries all of them. */
  public static final UpdateGarbage SNAPSHOT_MAP =
      new UpdateGarbage(
          "SnapshotMap",
          Map.ofEntries(
              Map.entry(FEWEST_ENTRIES, 392),
              Map.entry(17, 664),
              Map.entry(32, 664),
              Map.entry(33, 383),
              Map.entry(64, 402),
              Map.entry(256, 439),
              Map.entry(1_024, 548),
              Map.entry(4_096, 594),
              Map.entry(16_384, 665),
              Map.entry(65_536, 758),
              Map.entry(262_144, 796),
              Map.entry(MOST_ENTRIES, 896)));

  /** One that copies every entry and the table. */
  public static final UpdateGarbage COPIED_HASH_MAP =
      new UpdateGarbage(
          "copied HashMap",
          Map.of(
              FEWEST_ENTRIES,
              720,
              64,
              2_640,
              1_024,
              41_040,
              16_384,
              655_440,
              MOST_ENTRIES,
              41_943_120));

  /** One that writes the value where the old one was. */
  public static final UpdateGarbage CONCURRENT_HASH_MAP =
      new UpdateGarbage("ConcurrentHashMap", Map.of(FEWEST_ENTRIES, 0, MOST_ENTRIES, 0));

  /** All of them, ours first. */
  public static final List<UpdateGarbage> ALL =
      List.of(SNAPSHOT_MAP, COPIED_HASH_MAP, CONCURRENT_HASH_MAP);

  private final String map;
  private final NavigableMap<Integer, Integer> bytesBySize;

  private UpdateGarbage(String map, Map<Integer, Integer> bytesBySize) {
    this.map = map;
    this.bytesBySize = new TreeMap<>(bytesBySize);
  }

  /** The name that the contests give the map. */
  public String map() {
    return map;
  }

  /**
   * The bytes that one update of a map of a size leaves behind.
   *
   * @param entries how many the map has, from 16 to 1,048,576
   * @throws IllegalArgumentException if no map near that size was measured
   */
  public double bytesPerUpdate(int entries) {
    if (entries < FEWEST_ENTRIES || entries > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "entries must be from %,d to %,d, was %,d"
              .formatted(FEWEST_ENTRIES, MOST_ENTRIES, entries));
    }
    Map.Entry<Integer, Integer> below = requireNonNull(bytesBySize.floorEntry(entries));
    Map.Entry<Integer, Integer> above = requireNonNull(bytesBySize.ceilingEntry(entries));
    double span = log2(above.getKey()) - log2(below.getKey());
    double share = span == 0 ? 0 : (log2(entries) - log2(below.getKey())) / span;
    return Math.pow(below.getValue(), 1 - share) * Math.pow(above.getValue(), share);
  }

  @Override
  public String toString() {
    return map;
  }

  private static double log2(int number) {
    return Math.log(number) / Math.log(2);
  }
}
