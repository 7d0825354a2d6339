package io.latchless.benchmarks.ring;

/** What a thread does whose queue is full or empty. */
final class Patience {
  /** Then the core is given up: the other side may be waiting for one. */
  private static final int SPINS = 64;

  private Patience() {}

  @SuppressWarnings("ThreadPriorityCheck") // a matter of speed alone
  static void stepAside(int tries) {
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }
}
