package io.latchless.benchmarks.results;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown for a results file that is missing, unreadable, damaged, of another schema, or not the
 * possible output of a run. The message says which.
 */
public final class InvalidResultsException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message the file and its fault, in one line
   * @param cause the exception of the parser or file system, or null
   */
  InvalidResultsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
