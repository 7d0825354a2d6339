package io.latchless.rules.examples.caught.monitors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

@SuppressWarnings({
  "synchronization",
  "LockOnBoxedPrimitive",
  "LockOnNonEnclosingClassLiteral",
  "SynchronizeOnNonFinalField",
  "UnnecessaryBoxedVariable"
})
class SharedLocks {
  private static final String NAME = "lock";
  private static final Object LITERAL = "lock";
  private static final Object BOXED = 128;

  private final Integer number = 1;
  private final Long[] stripes = {1L, 2L};
  private final List<String> empty = List.of();
  private Boolean replaced = false;
  private int entered;

  void aLiteral() {
    synchronized ("lock") { // caught
      entered++;
    }
  }

  void aConstant() {
    synchronized (NAME) { // caught
      entered++;
    }
  }

  void aLiteralBehindAnObject() {
    synchronized (LITERAL) { // caught
      entered++;
    }
  }

  void aBoxBehindAnObject() {
    synchronized (BOXED) { // caught
      entered++;
    }
  }

  void aBoxedField() {
    synchronized (number) { // caught
      entered++;
    }
  }

  void aBoxedFieldThatChanges() {
    synchronized (replaced) { // caught
      replaced = true;
    }
  }

  void anElement(int stripe) {
    synchronized (stripes[stripe]) { // caught
      entered++;
    }
  }

  void anInternedKey(String prefix, int key) {
    String lock = (prefix + key).intern();
    synchronized (lock) { // caught
      entered++;
    }
  }

  void aParameter(String id) {
    synchronized (id) { // caught
      entered++;
    }
  }

  void aTime(Instant instant) {
    synchronized (instant) { // caught
      entered++;
    }
  }

  void anOptional(Optional<String> optional) {
    synchronized (optional) { // caught
      entered++;
    }
  }

  void aValueOfAMap(Map<String, Integer> locks) {
    Integer lock = Objects.requireNonNull(locks.get("a"));
    synchronized (lock) { // caught
      entered++;
    }
  }

  void anImmutableList() {
    synchronized (empty) { // caught
      entered++;
    }
  }

  void oneOfTwo(boolean other) {
    Object lock = other ? new Object() : "lock";
    synchronized (lock) { // caught
      entered++;
    }
  }

  Runnable inALambda(Integer captured) {
    return () -> {
      synchronized (captured) { // caught
        entered++;
      }
    };
  }
}
