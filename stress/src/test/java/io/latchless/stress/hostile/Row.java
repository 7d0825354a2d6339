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

  /** Names an operation that waits while the user code blocks, and the sentence that says so. */
  Row<S> holdsBack(String operation, String reason) {
    heldBack.put(operation, reason);
    return this;
  }

  /** Names an operation that the user code must not call, and the sentence that says so. */
  Row<S> refuses(String operation, String reason) {
    refused.put(operation, reason);
    return this;
  }

  /**
   * The user code is called again when another change came first; it must not change the object.
   */
  Row<S> retried() {
    retried = true;
    return this;
  }

  /** A call back into the object may end in IllegalStateException, but must end. */
  Row<S> mayBeRefused() {
    refusable = true;
    return this;
  }

  /** A sweep of it is for a long run: a smaller subject of the same kind has one. */
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

  /** Names of operations that are given as exceptions. */
  Set<String> exceptions() {
    Set<String> names = new LinkedHashSet<>(heldBack.keySet());
    names.addAll(refused.keySet());
    return names;
  }

  /** User code that is never called cannot block or call back. */
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
