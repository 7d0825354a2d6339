package io.latchless.benchmarks.choice;

import java.io.Serial;

/** A shape that no workload can have; the message names what, its value and the bound. */
public final class ImpossibleShapeException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  ImpossibleShapeException(String message) {
    super(message);
  }
}
