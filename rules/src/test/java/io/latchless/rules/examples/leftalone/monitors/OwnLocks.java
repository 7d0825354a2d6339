package io.latchless.rules.examples.leftalone.monitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@SuppressWarnings({"LockOnNonEnclosingClassLiteral", "StringCopyConstructor", "UnusedVariable"})
class OwnLocks {
  private static final Object LOCK = new Object();

  private final Object lock = new Object();
  private final String named = new String("lock of orders");
  private final Object given;
  private final List<String> names = new ArrayList<>();
  private final Object[] stripes = {new Object(), new Object()};
  private final Map<Integer, Object> locks = new ConcurrentHashMap<>();
  private int entered;

  enum Level {
    LOW
  }

  OwnLocks(Object given) {
    this.given = given;
  }

  void own() {
    synchronized (lock) {
      entered++;
    }
    synchronized (LOCK) {
      entered++;
    }
    synchronized (this) {
      entered++;
    }
    synchronized (names) {
      entered++;
    }
  }

  synchronized void aMethod() {
    entered++;
  }

  void aClass() {
    synchronized (OwnLocks.class) {
      entered++;
    }
    synchronized (getClass()) {
      entered++;
    }
  }

  void aStringOfItsOwn() {
    synchronized (named) {
      entered++;
    }
  }

  void aConstantOfAnEnum() {
    synchronized (Level.LOW) {
      entered++;
    }
  }

  void aGivenLock() {
    synchronized (given) {
      entered++;
    }
  }

  void aStripe(String key) {
    synchronized (stripes[key.length() & 1]) {
      entered++;
    }
  }

  void aLockByKey(Integer key) {
    synchronized (locks.computeIfAbsent(key, k -> new Object())) {
      entered++;
    }
  }
}
