package io.latchless.benchmarks.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Creates maps from their names in the contests. */
public final class SharedMaps {
  public static final String OURS = "SnapshotMap";
  public static final String SYNCHRONIZED = "synchronized";
  public static final String LOCK = "ReentrantLock";
  public static final String READ_WRITE_LOCK = "ReentrantReadWriteLock";
  public static final String CONCURRENT = "ConcurrentHashMap";
  public static final String CAFFEINE = "Caffeine";
  public static final String MAP_OF = "Map.copyOf";
  public static final String COPIED = "copied HashMap";
  public static final String PCOLLECTIONS = "PCollections HashTreePMap";
  public static final String VAVR = "Vavr HashMap";

  /** The name of a map that threads must not share. */
  public static final String PLAIN = "HashMap";

  /** The names of all maps that threads may share, ours first. */
  public static final List<String> NAMES =
      List.of(
          OURS,
          SYNCHRONIZED,
          LOCK,
          READ_WRITE_LOCK,
          CONCURRENT,
          CAFFEINE,
          MAP_OF,
          COPIED,
          PCOLLECTIONS,
          VAVR);

  private SharedMaps() {}

  /** Creates a map with the given entries. */
  public static <K, V> SharedMap<K, V> create(String name, Map<K, V> entries) {
    return switch (name) {
      case OURS -> LatchlessMap.of(entries);
      case SYNCHRONIZED -> new SynchronizedMap<>(entries);
      case LOCK -> {
        ReentrantLock lock = new ReentrantLock();
        yield new LockMap<>(lock, lock, entries);
      }
      case READ_WRITE_LOCK -> {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        yield new LockMap<>(lock.readLock(), lock.writeLock(), entries);
      }
      case CONCURRENT -> new PlainMap<>(new ConcurrentHashMap<>(entries));
      case CAFFEINE -> {
        Cache<K, V> cache = Caffeine.newBuilder().build();
        cache.putAll(entries);
        yield new PlainMap<>(cache.asMap());
      }
      case MAP_OF -> new CopiedMap<>(entries, Map::copyOf);
      case COPIED -> new CopiedMap<>(entries, copy -> copy);
      case PCOLLECTIONS -> new PcollectionsMap<>(entries);
      case VAVR -> new VavrMap<>(entries);
      case PLAIN -> new PlainMap<>(new HashMap<>(entries));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
