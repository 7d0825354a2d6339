package io.latchless.metrics;

/** Lets a stack overflow before something has been taken away, rather than in the midst of it. */
final class StackRoom {
  /*
   * Interpreted frames are larger than those of compiled code, and what follows may be interpreted
   * where this is compiled. A compiler unrolls a recursion by a step or two and leaves a call of some
   * thirty bytes, so this takes a kilobyte at least: five to ten calls of an interpreter.
   */

  private static final int CALLS = 64;

  private StackRoom() {}

  /**
   * Returns if there is room for some calls within the caller's.
   *
   * @throws StackOverflowError if there is not
   */
  static void require() {
    var unused = reach(CALLS);
  }

  private static int reach(int calls) {
    return calls == 0 ? 0 : reach(calls - 1) + 1;
  }
}
