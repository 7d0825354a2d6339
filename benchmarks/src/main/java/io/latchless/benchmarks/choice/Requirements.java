package io.latchless.benchmarks.choice;

/**
 * The requirements beyond speed.
 *
 * @param wholeState whether every reader must see a consistent snapshot
 * @param goesOn whether a thread stopped anywhere must never block another
 * @param mostBytes the maximum size of an idle instance, in bytes; {@link Long#MAX_VALUE} for no
 *     bound
 */
public record Requirements(boolean wholeState, boolean goesOn, long mostBytes) {
  /** No requirement beyond speed. */
  public static final Requirements NOTHING = new Requirements(false, false, Long.MAX_VALUE);

  /**
   * Checks the bound on memory.
   *
   * @throws ImpossibleShapeException if the bound is below 1 byte
   */
  public Requirements {
    if (mostBytes < 1) {
      throw new ImpossibleShapeException("memory must be at least 1 byte, was " + mostBytes);
    }
  }

  /** Returns whether memory is bounded. */
  public boolean boundsMemory() {
    return mostBytes != Long.MAX_VALUE;
  }

  /** Returns a copy that requires consistent snapshots. */
  public Requirements withWholeState() {
    return new Requirements(true, goesOn, mostBytes);
  }

  /** Returns a copy with the requirement for consistent snapshots inverted. */
  public Requirements otherWholeState() {
    return new Requirements(!wholeState, goesOn, mostBytes);
  }

  /** Returns a copy with the requirement on stopped threads inverted. */
  public Requirements otherGoesOn() {
    return new Requirements(wholeState, !goesOn, mostBytes);
  }

  /** Returns a copy without a bound on memory. */
  public Requirements withoutBound() {
    return new Requirements(wholeState, goesOn, Long.MAX_VALUE);
  }
}
