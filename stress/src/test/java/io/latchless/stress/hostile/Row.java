package io.latchless.stress.hostile;

import io.latchless.stress.Effort;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One scenario: a way in which an operation of the library runs user code. */
final class Row<S extends Subject> {
  /** Calls the operation with user code that runs the hook. */
  @FunctionalInterface
  interface Attack<S extends Subject> {
    void run(S subject, Hook hook) throws Throwable;
  }

  private final String type;
  private final String name;
  private final Supplier<? extends S> fresh;
  private final Attack<S> attack;
  private final Fate fate;
  private final Set<String> covered = new LinkedHashSet<>();
  private final Map<String, String> heldBack = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();
  private boolean retried;
  private boolean swept = true;
  private boolean refusable;

  Row(String type, String name, Supplier<? extends S> fresh, Fate fate, Attack<S> attack) {
    this.type = type;
    this.name = name;
    this.fresh = fresh;
    this.fate = fate;
    this.attack = attack;
  }

  /** Names the methods and constructors that this scenario covers. */
  Row<S> covers(String... signatures) {
    for (String signature : signatures) {
      covered.add(type + "." + signature);
    }
    return this;
  }

  /** Names an operation that waits while the user code blocks, and the documented reason. */
  Row<S> holdsBack(String operation, String reason) {
    heldBack.put(operation, reason);
    return this;
  }

  /** Names an operation that the user code must not call, and the documented reason. */
  Row<S> refuses(String operation, String reason) {
    refused.put(operation, reason);
    return this;
  }

  /**
   * Declares that the user code is called again after a lost race, and must not change the object.
   */
  Row<S> retried() {
    retried = true;
    return this;
  }

  /**
   * Declares that a call back into the object may throw IllegalStateException, but must not hang.
   */
  Row<S> mayBeRefused() {
    refusable = true;
    return this;
  }

  /** Leaves the depth sweep to long runs, because a smaller subject of the same kind has one. */
  void notSwept() {
    swept = false;
  }

  boolean isSwept() {
    return swept || Effort.current() == Effort.LONG;
  }

  S fresh() {
    return fresh.get();
  }

  Attack<S> attack() {
    return attack;
  }

  Fate fate() {
    return fate;
  }

  Set<String> covered() {
    return covered;
  }

  boolean holdsBack(String operation) {
    return heldBack.containsKey(operation);
  }

  boolean refuses(String operation) {
    return retried || refusable || refused.containsKey(operation);
  }

  /** Returns the names of all operations declared as exceptions. */
  Set<String> exceptions() {
    Set<String> names = new LinkedHashSet<>(heldBack.keySet());
    names.addAll(refused.keySet());
    return names;
  }

  /**
   * Returns whether a hostility applies: user code that is never called cannot block or call back.
   */
  boolean knows(Hostility hostility) {
    return (fate != Fate.UNCALLED && fate != Fate.REFUSED)
        || hostility.compareTo(Hostility.OVERFLOWS) < 0;
  }

  boolean isRetried() {
    return retried;
  }

  @Override
  public String toString() {
    return type + ": " + name;
  }
}
