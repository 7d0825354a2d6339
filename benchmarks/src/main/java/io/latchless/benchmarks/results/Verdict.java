package io.latchless.benchmarks.results;

/** The verdict on ours that a comparison's interval allows. */
public enum Verdict {
  /** The whole interval is above 1: ours is better. */
  BETTER,
  /** The whole interval is below 1: the opponent is better. */
  WORSE,
  /** The interval spans 1. */
  TIE,
  /** Too few rounds for an interval. */
  UNDECIDED
}
