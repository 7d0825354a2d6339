package io.latchless.primitives;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs one step on the thread that asks for it, never on two threads at once and never inside
 * itself; whoever asks meanwhile returns at once, and the running thread does the step again.
 */
final class Trampoline {
  /*
   * A request sets AGAIN by an unconditional exchange, so it cannot fail or wait. The runner clears
   * it before each step: a request that is overwritten there came before the step, which therefore
   * sees all that the requester did first. The final compare-and-set fails if a request came during
   * the step. All accesses are volatile: a request is a store that must not pass the runner's reads.
   */

  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int AGAIN = 2;

  private final AtomicInteger state = new AtomicInteger(IDLE);
  private final Runnable step;

  Trampoline(Runnable step) {
    this.step = step;
  }

  /** Makes sure that the step begins at least once after this call began. */
  void request() {
    if (state.getAndSet(AGAIN) != IDLE) {
      return;
    }
    boolean finished = false;
    try {
      do {
        state.set(RUNNING);
        step.run();
      } while (!state.compareAndSet(RUNNING, IDLE));
      finished = true;
    } finally {
      if (!finished) {
        state.set(IDLE);
      }
    }
  }
}
