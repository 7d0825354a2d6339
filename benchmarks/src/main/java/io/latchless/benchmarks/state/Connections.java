package io.latchless.benchmarks.state;

/**
 * The three counts of one moment.
 *
 * @param idle waiting to be used
 * @param busy in use
 * @param closing no longer to be used
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
