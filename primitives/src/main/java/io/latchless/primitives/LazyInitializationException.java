package io.latchless.primitives;

/**
 * Thrown by {@link Lazy#get()} when the value could not be made; the cause is what the initializer
 * threw.
 */
public final class LazyInitializationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LazyInitializationException(Throwable cause) {
    super("the initializer has thrown " + cause, cause);
  }
}
