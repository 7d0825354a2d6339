package io.latchless.primitives;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Is told of listeners that throw, on the thread that delivers: a thread that causes a change, or
 * adds or closes a listener. Until it returns it holds back later calls of all listeners.
 *
 * <p>What the handler itself throws is logged, as by {@link #logging()}. Where logging throws too,
 * the failure goes to the {@linkplain Thread#getUncaughtExceptionHandler() uncaught exception
 * handler} of that thread, and what that throws is dropped. None of it reaches the thread that
 * causes a change, or keeps another listener from being told.
 */
@FunctionalInterface
public interface ListenerErrorHandler {
  /**
   * A listener has thrown.
   *
   * @param listener the listener, which stays registered
   * @param thrown what it threw
   */
  void onError(Object listener, Throwable thrown);

  /**
   * The handler that is used where none is set.
   *
   * @return a handler that logs at level ERROR through {@link System.Logger}, under the name {@code
   *     io.latchless.primitives}
   */
  static ListenerErrorHandler logging() {
    return (listener, thrown) -> {
      Logger log = System.getLogger("io.latchless.primitives");
      log.log(Level.ERROR, "listener " + listener + " has thrown", thrown);
    };
  }
}
