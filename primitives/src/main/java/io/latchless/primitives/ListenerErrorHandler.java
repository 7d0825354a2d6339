package io.latchless.primitives;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Receives the exceptions of listeners, on the thread that delivers: a thread that causes a change,
 * or that adds or closes a listener. Until it returns, later calls of all listeners wait.
 *
 * <p>Exceptions of the handler itself are logged, as by {@link #logging()}. If logging throws too,
 * the failure goes to the {@linkplain Thread#getUncaughtExceptionHandler() uncaught exception
 * handler} of that thread. Exceptions of that handler are dropped. None of these exceptions reaches
 * the thread that causes a change, or keeps another listener from being called.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ListenerErrorHandler {
  /**
   * Called after a listener has thrown.
   *
   * @param listener the listener, which remains registered
   * @param thrown the exception or error
   */
  void onError(Object listener, Throwable thrown);

  /**
   * Returns the default handler.
   *
   * @return a handler that logs at level ERROR through {@link System.Logger}, under the name {@code
   *     io.latchless.primitives}
   */
  static ListenerErrorHandler logging() {
    return (listener, thrown) -> {
      Logger log = System.getLogger("io.latchless.primitives");
      log.log(Level.ERROR, named(listener) + " threw an exception", thrown);
    };
  }

  /**
   * Describes a listener; a lambda by its enclosing class, since its own class name says nothing.
   */
  private static String named(Object listener) {
    String type = listener.getClass().getName();
    int lambda = type.indexOf("$$Lambda");
    return lambda < 0 ? "listener " + listener : "a listener in " + type.substring(0, lambda);
  }
}
