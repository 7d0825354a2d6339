package io.latchless.registry;

import java.io.Serial;
import java.util.List;

/**
 * Thrown when handlers have thrown. The first handler's throwable is the cause, and all others are
 * suppressed exceptions.
 *
 * @since 0.1.0
 */
public final class HandlersFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  HandlersFailedException(Object firstHandler, List<Throwable> thrown) {
    super(
        thrown.size()
            + (thrown.size() == 1 ? " handler has" : " handlers have")
            + " thrown, first: "
            + described(firstHandler),
        thrown.get(0));
    thrown.subList(1, thrown.size()).forEach(this::addSuppressed);
  }

  /** Describes a handler. If its {@code toString} throws, that must not hide the failures. */
  private static String described(Object handler) {
    try {
      return String.valueOf(handler);
    } catch (Throwable thrown) {
      return handler.getClass().getName();
    }
  }
}
