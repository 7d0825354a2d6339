package io.latchless.registry;

import java.util.List;

/** Throwables for callbacks. */
final class Thrown {
  private Thrown() {}

  /** Returns one of each kind, except a stack overflow. */
  static List<Throwable> kinds() {
    return List.of(
        new IllegalArgumentException("unchecked"),
        new Exception("checked, not declared"),
        new AssertionError("error"),
        new InternalError("of the virtual machine"));
  }

  /** Throws any throwable. The return type lets callers write a throw statement. */
  static RuntimeException undeclared(Throwable thrown) {
    throw Thrown.<RuntimeException>as(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is not made
  private static <T extends Throwable> T as(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
