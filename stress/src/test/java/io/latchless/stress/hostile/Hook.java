package io.latchless.stress.hostile;

/**
 * What the user code of a scenario does when the library calls it: nothing, or something hostile.
 */
@FunctionalInterface
interface Hook {
  Hook GENTLE = () -> {};

  void run();

  /** Throws anything, as Kotlin, Lombok and Groovy do, without declaring it. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
