package io.latchless.stress.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fresh object of the library, with the operations that any thread may use at any time, and the
 * books that are needed to call it to account.
 */
abstract class Subject {
  /** One operation; it fails by throwing. */
  @FunctionalInterface
  interface Operation {
    void run() throws Throwable;
  }

  /** How an attack has ended. */
  enum End {
    /** The user code was well-behaved, or was asked to return. */
    RETURNED,
    /** User code has thrown. */
    THROWN,
    /** The stack has overflowed in frames of the library. */
    OVERFLOWED
  }

  private final Map<String, Operation> operations = new LinkedHashMap<>();

  /** Declares an operation. */
  final void operation(String name, Operation operation) {
    operations.put(name, operation);
  }

  final Map<String, Operation> operations() {
    return operations;
  }

  /** Returns how many threads and futures wait for the object. */
  int waiters() {
    return 0;
  }

  /**
   * Adds whatever is wrong with the object once the attack has ended: what was lost, doubled or
   * leaked, and what no longer works.
   */
  abstract void account(List<String> faults, End end) throws Exception;

  /** Adds all that, and fails if any thread or future is left waiting. */
  final void callToAccount(List<String> faults, End end) throws Exception {
    account(faults, end);
    // The thread that has settled a future may not have taken it off the list yet.
    Threads.until(() -> waiters() == 0, "nothing to wait at rest");
  }

  /** Undoes what outlives the object. */
  void end() {}

  /** Names what is the same in subjects with the same operations. */
  String kind() {
    return getClass().getSimpleName();
  }

  /** Lets go of threads that wait for an object that is not called to account. */
  void discard() {}

  /** Adds a fault unless something holds. */
  static void require(List<String> faults, boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
