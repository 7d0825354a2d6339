package io.latchless.benchmarks.state;

/**
 * The connections of a pool: each of the {@link #CONNECTIONS} is idle, busy or closing, so that the
 * three counts always add up. Whoever sees another sum has seen parts of different moments.
 */
public interface Pool {
  /** How many connections there are. */
  int CONNECTIONS = 300;

  /**
   * Moves one connection on, from idle to busy, from busy to closing, or from closing to idle.
   *
   * @param step 0, 1 or 2: which of the three
   */
  void move(int step);

  /** How many connections a reader counts that looks at all three counts. */
  int count();
}
