package io.latchless.registry;

import java.io.Serial;
import java.util.List;

/**
 * Handlers have thrown. What the first one threw is the cause; what the others threw is suppressed.
 */
public final class HandlersFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  HandlersFailedException(List<? extends HandlerFailures.Failure<?>> failures) {
    super(
        failures.size()
            + (failures.size() == 1 ? " handler has" : " handlers have")
            + " thrown, first: "
            + failures.get(0).handler(),
        failures.get(0).thrown());
    for (HandlerFailures.Failure<?> further : failures.subList(1, failures.size())) {
      addSuppressed(further.thrown());
    }
  }
}
