package io.latchless.primitives;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Runs one step on a requesting thread, never on two threads at once and never nested. A thread
 * that requests the step while it runs returns at once, and the running thread repeats the step.
 */
final class SerialDrain {
  /*
   *           request                     runner
   *     IDLE ---------> AGAIN ---> RUNNING --- step, CAS succeeds ---> IDLE
   *                       ^           |
   *                       +-----------+  request during the step: the CAS fails, repeat
   *
   * A request sets AGAIN by an unconditional exchange, so it cannot fail or wait. The runner clears
   * it before each step. A request that is overwritten there came before the step, so the step sees
   * everything that the requester did first. The final compare-and-set fails if a request came
   * during the step. All accesses are volatile, because a request is a store that must not pass the
   * runner's reads.
   *
   * A step that throws leaves IDLE behind by a store to a field, which needs no stack.
   */

  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int AGAIN = 2;

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "state", VarHandle.class, SerialDrain.class, int.class);

  private final Runnable step;

  @SuppressWarnings("UnusedVariable") // accessed through STATE only
  private volatile int state = IDLE;

  SerialDrain(Runnable step) {
    this.step = step;
  }

  /**
   * Ensures that the step begins at least once after this call began. If the thread has too little
   * stack or memory left to finish it, the next request runs the step.
   */
  void request() {
    if ((int) STATE.getAndSet(this, AGAIN) != IDLE) {
      return;
    }
    try {
      do {
        state = RUNNING;
        step.run();
      } while (!STATE.compareAndSet(this, RUNNING, IDLE));
    } catch (Throwable thrown) {
      state = IDLE;
      if (!(thrown instanceof VirtualMachineError)) {
        throw thrown;
      }
    }
  }
}
