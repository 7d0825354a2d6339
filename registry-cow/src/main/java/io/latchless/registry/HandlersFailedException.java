package io.latchless.registry;

import java.io.Serial;
import java.util.List;

/**
 * Handlers have thrown. What the first one threw is the cause; what the others threw is suppressed.
 */
public final class HandlersFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  HandlersFailedException(Object firstHandler, List<Throwable> thrown) {
    super(
        thrown.size()
            + (thrown.size() == 1 ? " handler has" : " handlers have")
            + " thrown, first: "
            + firstHandler,
        thrown.get(0));
    thrown.subList(1, thrown.size()).forEach(this::addSuppressed);
  }
}
