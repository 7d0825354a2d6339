package io.latchless.benchmarks.choice;

/**
 * What is needed beyond speed.
 *
 * @param wholeState every reader sees the state of one moment
 * @param goesOn a thread that is stopped anywhere stops nobody else
 * @param mostBytes how much memory an idle instance may take, in bytes; {@link Long#MAX_VALUE} for
 *     as much as it likes
 */
public record Requirements(boolean wholeState, boolean goesOn, long mostBytes) {
  /** Speed alone. */
  public static final Requirements NOTHING = new Requirements(false, false, Long.MAX_VALUE);

  /**
   * Checks the bound.
   *
   * @throws ImpossibleShapeException if nothing could be that small
   */
  public Requirements {
    if (mostBytes < 1) {
      throw new ImpossibleShapeException("memory must be at least 1 byte, was " + mostBytes);
    }
  }

  /** Whether memory is bounded. */
  public boolean boundsMemory() {
    return mostBytes != Long.MAX_VALUE;
  }

  /** The same, and readers see the state of one moment. */
  public Requirements withWholeState() {
    return new Requirements(true, goesOn, mostBytes);
  }

  /** The same with the other answer to whether readers must see the state of one moment. */
  public Requirements otherWholeState() {
    return new Requirements(!wholeState, goesOn, mostBytes);
  }

  /** The same with the other answer to whether a stopped thread may stop others. */
  public Requirements otherGoesOn() {
    return new Requirements(wholeState, !goesOn, mostBytes);
  }

  /** The same without a bound on memory. */
  public Requirements withoutBound() {
    return new Requirements(wholeState, goesOn, Long.MAX_VALUE);
  }
}
