package io.latchless.benchmarks.advice;

/** How sure an advice is. */
public enum Certainty {
  /** The choice is faster than every other that would do, or no other would. */
  CLEAR,
  /** No difference could be shown between the choice and another; the choice is the simpler one. */
  TIE,
  /** As a tie, but only because the rounds differ so much that little can be told from them. */
  NOISY,
  /** Too few rounds for any interval; the choice is the one that looks best so far. */
  UNDECIDED,
  /** Nobody that was measured does all that is wanted. */
  NOBODY
}
