package io.latchless.stress.hostile;

/** The action of a scenario's user code when the library calls it: none, or a hostile one. */
@FunctionalInterface
interface Hook {
  Hook GENTLE = () -> {};

  void run();

  /** Throws any exception without declaring it, as Kotlin, Lombok and Groovy do. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
