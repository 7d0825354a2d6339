package io.latchless.benchmarks.choice;

import java.io.Serial;

/**
 * Thrown for a shape that no workload can have. The message names the figure, its value and its
 * bound.
 */
public final class ImpossibleShapeException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  ImpossibleShapeException(String message) {
    super(message);
  }
}
