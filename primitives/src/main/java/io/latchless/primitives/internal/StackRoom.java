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
   * The virtual machine checks the stack whenever a method is entered, interpreted or compiled. A
   * frame takes a hundred bytes and more if the method is interpreted, and a few words if it is
   * compiled. So many small frames stand for the few larger ones of the operation that relies on
   * them. A compiler inlines one level of a recursion, and no more.
   */

  private static final int DEPTH = 96;

  private StackRoom() {}

  /**
   * Overflows the stack unless about two kilobytes are left. Takes about a tenth of a microsecond.
   */
  public static void require() {
    var unused = deeper(DEPTH);
  }

  private static int deeper(int depth) {
    return depth == 0 ? 0 : deeper(depth - 1) + 1;
  }
}
