package io.latchless.benchmarks.state;

/**
 * A consistent snapshot of the three counts.
 *
 * @param idle the number of unused connections
 * @param busy the number of connections in use
 * @param closing the number of connections being closed
 */
record Connections(int idle, int busy, int closing) {
  static final Connections NEW = new Connections(Pool.CONNECTIONS, 0, 0);

  Connections moved(int step) {
    return switch (step) {
      case 0 -> new Connections(idle - 1, busy + 1, closing);
      case 1 -> new Connections(idle, busy - 1, closing + 1);
      default -> new Connections(idle + 1, busy, closing - 1);
    };
  }

  int count() {
    return idle + busy + closing;
  }
}
