package io.latchless.primitives.internal;

/** Room on the calling thread's stack for a step that must not end half-way. */
public final class Headroom {
  /*
   * There is no way to ask how much stack is left but to use it. A compiled frame of the recursion
   * takes 32 bytes or more and about a nanosecond, an interpreted one about a hundred bytes: so this
   * stands for at least eight kilobytes. That is several times what it takes to unpark a thread or
   * to complete a future, all frames interpreted. It costs a tenth of an unpark, hence callers ask
   * only where somebody waits.
   */

  private static final int FRAMES = 256;

  private Headroom() {}

  /**
   * Returns if there is enough room.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void require() {
    if (descend(FRAMES) != FRAMES) {
      throw new AssertionError("a recursion that has lost count");
    }
  }

  /** Returns whether there is enough room; itself needs room for one frame. */
  public static boolean isThere() {
    try {
      require();
      return true;
    } catch (StackOverflowError none) {
      return false;
    }
  }

  private static int descend(int left) {
    return left == 0 ? 0 : descend(left - 1) + 1;
  }
}
