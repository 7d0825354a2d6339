package io.latchless.benchmarks.map;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Contests of {@code SnapshotMap}. */
public final class MapContests implements Catalogue {
  private static final int FEW = 16;
  private static final int SOME = 1_024;
  private static final int MANY = 16_384;
  private static final int MILLION = 1_048_576;
  private static final int PUTS_PER_SECOND = 10_000;
  private static final String KEYS =
      " names such as process-123; keys are equal but distinct strings, in random order";

  @Override
  public List<Contest> contests() {
    return Stream.of(first(), second()).flatMap(List::stream).toList();
  }

  /** Returns one contest of each kind. */
  private static List<Contest> first() {
    return List.of(
        get(MANY, 2)
            .asks("Do two threads that look up keys slow each other down?")
            .mutex(SharedMaps.SYNCHRONIZED)
            .build(),
        update("update", MANY).asks("What does a change of a large map cost?").build(),
        contest("update-2-threads", "put", SOME)
            .asks("Which map is fastest when two threads do nothing but write?")
            .does("two threads replace values of one map of 1,024" + KEYS)
            .threads(2)
            .mutex(SharedMaps.SYNCHRONIZED)
            .mutex(SharedMaps.LOCK)
            .peer(SharedMaps.CONCURRENT)
            .peer(SharedMaps.PCOLLECTIONS)
            .peer(SharedMaps.VAVR)
            .latency()
            .build(),
        whileWriting(MANY).asks("What does it cost to traverse a snapshot of a large map?").build(),
        get(SOME, 1)
            .asks("What does a lookup cost in a map that fits into the cache?")
            .mutex(SharedMaps.SYNCHRONIZED)
            .peer(SharedMaps.CAFFEINE)
            .build());
  }

  private static List<Contest> second() {
    return List.of(
        get(MANY, 1).asks("What does a lookup cost in a large map?").build(),
        get(FEW, 1)
            .asks("What does a lookup cost in a small map?")
            .mutex(SharedMaps.SYNCHRONIZED)
            .build(),
        get(FEW, 2).asks("Do two threads that read a small map slow each other down?").build(),
        update("update", FEW).asks("What does a change of a small map cost?").build(),
        contest("add-remove-16384", "addAndRemove", MANY)
            .asks("What does it cost to add and remove entries?")
            .does(
                "one thread adds a key to a map of 16,384 entries and removes it; both together"
                    + " count as one operation")
            .threads(1)
            .mutex(SharedMaps.SYNCHRONIZED)
            .mutex(SharedMaps.LOCK)
            .peer(SharedMaps.CONCURRENT)
            .peer(SharedMaps.COPIED)
            .peer(SharedMaps.PCOLLECTIONS)
            .peer(SharedMaps.VAVR)
            .build(),
        undisturbed("iterate", "iterate", "by the iterator of its entries")
            .asks("What does it cost to traverse a map by an iterator?")
            .build(),
        undisturbed("for-each", "forEach", "by forEach")
            .asks("What does it cost to traverse a map by forEach?")
            .build(),
        whileWriting(SOME).asks("What does it cost to traverse a snapshot of a map?").build(),
        get(MILLION, 1)
            .asks("What does a lookup cost in a map far larger than the cache?")
            .build());
  }

  private static ContestBuilder get(int entries, int threads) {
    String lookup = threads == 1 ? "one thread looks" : "two threads look";
    return contest(
            "get-%d-%s".formatted(entries, threads == 1 ? "1-thread" : threads + "-threads"),
            "get",
            entries)
        .does(lookup + " up " + grouped(entries) + KEYS)
        .threads(threads)
        .mutex(SharedMaps.READ_WRITE_LOCK)
        .peer(SharedMaps.CONCURRENT)
        .peer(SharedMaps.MAP_OF);
  }

  private static ContestBuilder update(String name, int entries) {
    return contest(name + "-" + entries, "put", entries)
        .does("one thread replaces values in a map of " + grouped(entries) + KEYS)
        .threads(1)
        .mutex(SharedMaps.SYNCHRONIZED)
        .mutex(SharedMaps.LOCK)
        .peer(SharedMaps.CONCURRENT)
        .peer(SharedMaps.COPIED)
        .peer(SharedMaps.PCOLLECTIONS)
        .peer(SharedMaps.VAVR)
        .footprint(subject -> MapUse.structure(subject, entries));
  }

  private static ContestBuilder whileWriting(int entries) {
    return contest("iterate-%d-while-writing".formatted(entries), "iterate", entries)
        .does(
            "one thread traverses all "
                + grouped(entries)
                + " entries, as often as it can; another replaces "
                + grouped(PUTS_PER_SECOND)
                + " values per second; mutexes are held while the map is copied, and"
                + " ConcurrentHashMap may show entries of different versions")
        .threads(1)
        .with("putsPerSecond", Integer.toString(PUTS_PER_SECOND))
        .mutex(SharedMaps.SYNCHRONIZED)
        .mutex(SharedMaps.READ_WRITE_LOCK)
        .peer(SharedMaps.CONCURRENT);
  }

  private static ContestBuilder undisturbed(String name, String method, String how) {
    return contest(name + "-" + MANY, method, MANY)
        .does(
            "one thread traverses all "
                + grouped(MANY)
                + " entries "
                + how
                + "; no thread writes; HashMap is not shared")
        .threads(1)
        .peer(SharedMaps.PLAIN)
        .peer(SharedMaps.CONCURRENT);
  }

  private static ContestBuilder contest(String name, String method, int entries) {
    return Contest.named("registry/snapshot-map/" + name)
        .benchmark(MapUse.class, method)
        .with("entries", Integer.toString(entries))
        .ours(SharedMaps.OURS);
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
