package io.latchless.rules.examples.leftalone.maps;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

public class InOneStep {
  private static final ConcurrentMap<String, Integer> NUMBERS = new ConcurrentHashMap<>();

  static {
    if (!NUMBERS.containsKey("one")) {
      NUMBERS.put("one", 1);
    }
  }

  private final ConcurrentMap<String, Integer> map = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> other = new ConcurrentHashMap<>();
  private final Map<String, Integer> plain = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  @interface GuardedBy {
    String value();
  }

  InOneStep(List<String> keys) {
    for (String key : keys) {
      if (!map.containsKey(key)) {
        map.put(key, 0);
      }
    }
  }

  void add(String key) {
    if (!map.containsKey(key)) {
      map.putIfAbsent(key, 1);
    }
    map.computeIfAbsent(key, String::length);
    map.merge(key, 1, Integer::sum);
  }

  void compareAndReplace(String key) {
    while (true) {
      Integer before = map.get(key);
      if (before == null) {
        if (map.putIfAbsent(key, 1) == null) {
          return;
        }
      } else if (map.replace(key, before, before + 1)) {
        return;
      }
    }
  }

  boolean removeIfStill(String key) {
    Integer seen = map.get(key);
    return seen != null && seen > 5 && map.remove(key, seen);
  }

  void replaceIfThere(String key) {
    if (map.containsKey(key)) {
      map.replace(key, 2);
    }
  }

  void removeIfThere(String key) {
    if (map.containsKey(key)) {
      map.remove(key);
    }
  }

  void underItsMonitor(String key) {
    synchronized (map) {
      if (!map.containsKey(key)) {
        map.put(key, 1);
      }
    }
  }

  int lookedAtTwice(String key) {
    Integer known = map.get(key);
    if (known == null) {
      synchronized (lock) {
        known = map.get(key);
        if (known == null) {
          known = key.length();
          try {
            map.put(key, known);
          } catch (NullPointerException e) {
            map.remove(key);
          }
        }
      }
    }
    return known;
  }

  synchronized void ofASynchronizedMethod(String key) {
    if (!map.containsKey(key)) {
      map.put(key, 1);
    }
  }

  void underALock(String key) {
    lock.lock();
    try {
      if (!map.containsKey(key)) {
        map.put(key, 1);
      }
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  void underALockOfTheCaller(String key) {
    if (!map.containsKey(key)) {
      map.put(key, 1);
    }
  }

  void ofAnotherMap(String key) {
    if (!other.containsKey(key)) {
      map.put(key, 1);
    }
  }

  void ofAnotherObject(InOneStep that, String key) {
    if (!that.map.containsKey(key)) {
      map.put(key, 1);
    }
  }

  void ofAnotherKey(String key, String next) {
    if (map.containsKey(key)) {
      map.put(next, 1);
    }
  }

  void ofTheKeyAfterIt(Iterator<String> keys) {
    if (map.containsKey(keys.next())) {
      map.put(keys.next(), 1);
    }
  }

  void ofTheNextTurn(List<String> keys) {
    for (String key : keys) {
      map.put(key, 1);
      if (map.get(key) == null) {
        other.put(key, 1);
      }
    }
  }

  void untilOneIsGone(List<String> keys) {
    for (String key : keys) {
      map.put(key, 1);
      if (map.get(key) == null) {
        return;
      }
    }
  }

  void beforeTheLook(String key) {
    map.put(key, 1);
    if (!map.containsKey(key)) {
      throw new IllegalStateException(key);
    }
  }

  void whateverTheLookSaw(String key, List<String> log) {
    if (map.containsKey(key)) {
      log.add(key);
    }
    map.put(key, 1);
  }

  void ofAPlainMap(String key) {
    if (!plain.containsKey(key)) {
      plain.put(key, 1);
    }
  }

  Map<String, Integer> ofAMapThatNobodyHasYet(List<String> keys) {
    ConcurrentMap<String, Integer> made = new ConcurrentHashMap<>();
    for (String key : keys) {
      if (!made.containsKey(key)) {
        made.put(key, 1);
      }
    }
    return made;
  }

  @Nullable Integer only(String key) {
    return map.containsKey(key) ? map.get(key) : null;
  }
}
