package io.latchless.benchmarks.state;

/** Plain fields; a subclass calls each method under its lock. */
abstract class PlainPool implements Pool {
  private int idle = CONNECTIONS;
  private int busy;
  private int closing;

  @Override
  public void move(int step) {
    switch (step) {
      case 0 -> {
        idle--;
        busy++;
      }
      case 1 -> {
        busy--;
        closing++;
      }
      default -> {
        closing--;
        idle++;
      }
    }
  }

  @Override
  public int count() {
    return idle + busy + closing;
  }
}
