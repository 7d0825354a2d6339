package io.latchless.primitives;

/**
 * Thrown by {@link Lazy#get()} where waiting would never end: the calling thread is itself making
 * that value, or makes one that the thread making that value waits for.
 */
public final class RecursiveInitializationException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RecursiveInitializationException(Thread owner) {
    super(
        owner == Thread.currentThread()
            ? "the initializer asks for the very value that it is to make"
            : "the initializers of two or more values ask for each other, on this thread and on "
                + owner);
  }
}
