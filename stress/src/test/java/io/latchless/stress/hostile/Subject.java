package io.latchless.stress.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fresh object of the library, with the operations that any thread may call at any time, and
 * the books needed to check its final state.
 */
abstract class Subject {
  /** An operation that fails by throwing. */
  @FunctionalInterface
  interface Operation {
    void run() throws Throwable;
  }

  /** How an attack has ended. */
  enum End {
    /** The user code returned. */
    RETURNED,
    /** The user code threw. */
    THROWN,
    /** The stack overflowed in the library's frames. */
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

  /** Returns the number of threads and futures that wait for the object. */
  int waiters() {
    return 0;
  }

  /**
   * Adds all faults of the object after an attack: lost, duplicated or leaked elements, and
   * operations that fail.
   */
  abstract void account(List<String> faults, End end) throws Exception;

  /** Adds all faults, and fails if any thread or future is still waiting. */
  final void callToAccount(List<String> faults, End end) throws Exception {
    account(faults, end);
    // The thread that completed a future may not have removed it from the list yet.
    Threads.until(() -> waiters() == 0, "the last waiter to leave");
  }

  /** Undoes side effects that outlive the object. */
  void end() {}

  /** Returns a name shared by all subjects with the same operations. */
  String kind() {
    return getClass().getSimpleName();
  }

  /** Releases the threads that wait for an object that is not checked. */
  void discard() {}

  /** Adds a fault unless something holds. */
  static void require(List<String> faults, boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
