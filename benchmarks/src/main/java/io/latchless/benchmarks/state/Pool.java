package io.latchless.benchmarks.state;

/**
 * The connections of a pool. Each of the {@link #CONNECTIONS} is idle, busy or closing, so the
 * three counts always add up. A reader that sees another sum has seen a torn read.
 */
public interface Pool {
  /** The number of connections. */
  int CONNECTIONS = 300;

  /**
   * Moves one connection from idle to busy, from busy to closing, or from closing to idle.
   *
   * @param step which of the three moves: 0, 1 or 2
   */
  void move(int step);

  /** Reads all three counts and returns their sum. */
  int count();
}
