package io.latchless.primitives.internal;

/**
 * Makes a stack overflow strike before an operation has claimed anything, not in the middle of it.
 *
 * <p>An operation that claims a slot and publishes it afterwards must not be interrupted in
 * between, or the slot would stay claimed for ever. Such an operation first checks that the stack
 * has room for all of it. If not, the stack overflows in the check, and nothing has happened yet.
 *
 * <p>A path too fast for this check calls no method after its claim, or handles {@link
 * StackOverflowError} by code that calls none: an access to a field or an array needs no stack.
 */
public final class StackRoom {
  /*
   * The virtual machine checks the stack whenever a method is entered, interpreted or compiled.
   * There is no other way to ask how much is left.
   *
   * A compiled level of the recursion takes 44 bytes on JDK 17 on x86, an interpreted one about a
   * hundred. So 128 levels stand for five kilobytes, which is more than closing a gap in a queue
   * takes with all frames interpreted; 256 levels for eleven, for taking a waiter off its list and
   * unparking it; 512 for twenty-two, for completing futures and starting their dependents. A
   * level costs about a nanosecond, so fast paths do without. A test tries all depths with this
   * class compiled and all others interpreted.
   */

  private static final int SOME = 128;
  private static final int TO_WAKE = 256;
  private static final int MUCH = 512;

  private StackRoom() {}

  /**
   * Checks that there is enough room to wake threads and to complete futures.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void require() {
    require(MUCH);
  }

  /**
   * Checks that there is enough room to wake threads.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void requireToWake() {
    require(TO_WAKE);
  }

  /**
   * Checks that there is enough room for some calls of the library's own.
   *
   * @throws StackOverflowError if there is not; nothing has been done
   */
  public static void requireSome() {
    require(SOME);
  }

  private static void require(int frames) {
    if (descend(frames) != frames) {
      throw new AssertionError("the recursion lost count");
    }
  }

  /** Returns whether there is enough room; needs room for one frame itself. */
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
