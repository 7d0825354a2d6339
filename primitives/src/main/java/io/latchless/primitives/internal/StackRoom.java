package io.latchless.primitives.internal;

/**
 * Makes a stack overflow strike before an operation has claimed anything, and not in its middle.
 *
 * <p>An operation that claims a slot and publishes it afterwards must not be cut off in between:
 * the slot would stay claimed for ever. Such an operation asks for room on the stack first. If
 * there is not enough for the whole operation, the stack overflows there, and nothing has happened
 * yet.
 *
 * <p>A path that is too fast for that calls no method after its claim, or has a handler for {@link
 * StackOverflowError} that calls none: an access to a field or an array needs no stack.
 */
public final class StackRoom {
  /*
   * The virtual machine checks the stack whenever a method is entered, interpreted or compiled, and
   * there is no other way to ask how much is left. A compiled frame of the recursion takes 32 bytes
   * or more, an interpreted one about a hundred; a compiler inlines one level of a recursion, and no
   * more. So 128 frames stand for two kilobytes at least, which is more than it takes to close a gap in
   * a queue, all frames interpreted; 512 frames stand for eight, which is more than it takes to unpark
   * a thread or to complete a future. They cost up to a microsecond, hence fast paths do without.
   */

  private static final int SOME = 128;
  private static final int MUCH = 512;

  private StackRoom() {}

  /**
   * Returns if there is enough room to wake threads and to complete futures.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void require() {
    require(MUCH);
  }

  /**
   * Returns if there is enough room for some calls of the library's own.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void requireSome() {
    require(SOME);
  }

  private static void require(int frames) {
    if (descend(frames) != frames) {
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
