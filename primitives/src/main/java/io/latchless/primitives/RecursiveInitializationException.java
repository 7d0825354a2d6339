package io.latchless.primitives;

/**
 * Thrown by {@link Lazy#get()} when waiting would never end. Either the calling thread is itself
 * computing the value, or it is computing a value that the thread computing this one waits for.
 *
 * @since 0.1.0
 */
public final class RecursiveInitializationException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RecursiveInitializationException(Thread owner) {
    super(
        owner == Thread.currentThread()
            ? "the initializer requires the value that it is computing"
            : "initializers require each other's values, on this thread and on " + owner);
  }
}
