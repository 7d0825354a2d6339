package io.latchless.benchmarks.results;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A results file that is missing, unreadable, damaged, of another schema, or that no run can have
 * written; the message says which.
 */
public final class InvalidResultsException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message names the file and what is wrong with it, in one line
   * @param cause what the parser or file system said, or null
   */
  InvalidResultsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
