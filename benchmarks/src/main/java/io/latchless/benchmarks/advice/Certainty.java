package io.latchless.benchmarks.advice;

/** The certainty of an advice. */
public enum Certainty {
  /** The choice is faster than every other suitable candidate, or the only suitable one. */
  CLEAR,
  /** No difference from another candidate could be shown; the choice is the simpler one. */
  TIE,
  /** The rounds vary too much to tell the candidates apart; the choice is the simpler one. */
  NOISY,
  /** Too few rounds for an interval; the choice is the best so far. */
  UNDECIDED,
  /** No measured candidate meets the requirements. */
  NOBODY
}
