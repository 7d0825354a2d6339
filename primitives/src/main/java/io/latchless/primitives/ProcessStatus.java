package io.latchless.primitives;

/**
 * The status of an operating-system process within one generation of a {@link ProcessStatusHolder}.
 *
 * @since 0.1.0
 */
public enum ProcessStatus {
  /** Not started yet. */
  PENDING,
  /** Started, and not known to have ended. */
  RUNNING,
  /** Ended on request, or called off before it was started. */
  STOPPED,
  /** Ended by itself with a non-zero or unknown exit code, or could not be started. */
  FAILED,
  /** Ended by itself with exit code 0. */
  SUCCESS;

  private static final TransitionGraph<ProcessStatus> LIFECYCLE =
      TransitionGraph.startingAt(PENDING)
          .allow(PENDING, RUNNING, STOPPED, FAILED)
          .allow(RUNNING, STOPPED, FAILED, SUCCESS)
          .build();

  /**
   * Returns the legal transitions within one generation.
   *
   * @return the graph, in which {@code STOPPED}, {@code FAILED} and {@code SUCCESS} are terminal
   */
  public static TransitionGraph<ProcessStatus> lifecycle() {
    return LIFECYCLE;
  }

  /**
   * Returns whether the process has ended, or will never start in this generation.
   *
   * @return true for {@code STOPPED}, {@code FAILED} and {@code SUCCESS}
   */
  public boolean isOver() {
    return LIFECYCLE.isTerminal(this);
  }
}
