package io.latchless.primitives;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Is told of listeners that throw. It runs on the thread that delivers; what it throws itself is
 * logged and goes no further.
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
