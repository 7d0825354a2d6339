package io.latchless.benchmarks.churn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The garbage produced when a key of a map is given another value.
 *
 * <p>The figures are from the work of the update contests, counted by the thread's allocation
 * counter on JDK 17 with compressed references. Between two measured sizes the bytes are
 * interpolated linearly on logarithmic scales. This suits maps that copy all entries as well as
 * maps that copy the path to an entry.
 */
public final class UpdateGarbage {
  /** The size of the smallest measured map. */
  public static final int FEWEST_ENTRIES = 16;

  /** The size of the largest measured map. */
  public static final int MOST_ENTRIES = 1_048_576;

  /**
   * Ours, which copies the nodes on the path to the entry, or all entries of a map of at most 32.
   */
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

  /** A map that copies every entry and the table. */
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

  /** A map that overwrites the old value in place. */
  public static final UpdateGarbage CONCURRENT_HASH_MAP =
      new UpdateGarbage("ConcurrentHashMap", Map.of(FEWEST_ENTRIES, 0, MOST_ENTRIES, 0));

  /** All models, ours first. */
  public static final List<UpdateGarbage> ALL =
      List.of(SNAPSHOT_MAP, COPIED_HASH_MAP, CONCURRENT_HASH_MAP);

  private final String map;
  private final NavigableMap<Integer, Integer> bytesBySize;

  private UpdateGarbage(String map, Map<Integer, Integer> bytesBySize) {
    this.map = map;
    this.bytesBySize = new TreeMap<>(bytesBySize);
  }

  /** Returns the name of the map in the contests. */
  public String map() {
    return map;
  }

  /**
   * Returns the garbage of one update, in bytes.
   *
   * @param entries the size of the map, from 16 to 1,048,576
   * @throws IllegalArgumentException if the size is out of this range
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
