package io.latchless.registry;

import java.util.List;

/** What callbacks throw. */
final class Thrown {
  private Thrown() {}

  /** One of each kind, but for stack overflows. */
  static List<Throwable> kinds() {
    return List.of(
        new IllegalArgumentException("unchecked"),
        new Exception("checked, not declared"),
        new AssertionError("error"),
        new InternalError("of the virtual machine"));
  }

  /** Throws anything; the type is for the compiler, which wants to see a throw statement. */
  static RuntimeException undeclared(Throwable thrown) {
    throw Thrown.<RuntimeException>as(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is not made
  private static <T extends Throwable> T as(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
