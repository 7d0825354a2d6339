package io.latchless.registry;

import java.io.Serial;
import java.util.List;

/**
 * Is thrown when handlers have thrown. What the first one threw is the cause; what each of the
 * others threw is suppressed.
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

  /** The user's {@code toString} must not hide what the handlers have thrown. */
  private static String described(Object handler) {
    try {
      return String.valueOf(handler);
    } catch (Throwable thrown) {
      return handler.getClass().getName();
    }
  }
}
