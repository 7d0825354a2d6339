package io.latchless.benchmarks.map;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** A map behind one lock, or behind a read-write pair of locks. */
final class LockMap<K, V> implements SharedMap<K, V> {
  private final Lock read;
  private final Lock write;
  private final Map<K, V> map;

  LockMap(Lock read, Lock write, Map<K, V> entries) {
    this.read = read;
    this.write = write;
    this.map = new HashMap<>(entries);
  }

  @Override
  public @Nullable V get(K key) {
    read.lock();
    try {
      return map.get(key);
    } finally {
      read.unlock();
    }
  }

  @Override
  public void put(K key, V value) {
    write.lock();
    try {
      map.put(key, value);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void remove(K key) {
    write.lock();
    try {
      map.remove(key);
    } finally {
      write.unlock();
    }
  }

  @Override
  public Map<K, V> all() {
    read.lock();
    try {
      return new HashMap<>(map);
    } finally {
      read.unlock();
    }
  }
}
