package io.latchless.primitives;

/**
 * Thrown by {@link Lazy#get()} when the initializer failed; the cause is the exception that it
 * threw.
 *
 * @since 0.1.0
 */
public final class LazyInitializationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LazyInitializationException(Throwable cause) {
    super("the initializer threw " + cause, cause);
  }
}
