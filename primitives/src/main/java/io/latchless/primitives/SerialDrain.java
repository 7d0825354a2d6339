package io.latchless.primitives;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Runs one step on the thread that asks for it, never on two threads at once and never inside
 * itself; a thread that asks meanwhile returns at once, and the running thread does the step again.
 */
final class SerialDrain {
  /*
   * A request sets AGAIN by an unconditional exchange, so it cannot fail or wait. The runner clears
   * it before each step: a request that is overwritten there came before the step, which therefore
   * sees all that the requester did first. The final compare-and-set fails if a request came during
   * the step. All accesses are volatile: a request is a store that must not pass the runner's reads.
   *
   * A step that fails leaves IDLE behind by the store of a field, which needs no stack.
   */

  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int AGAIN = 2;

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "state", VarHandle.class, SerialDrain.class, int.class);

  private final Runnable step;

  @SuppressWarnings("UnusedVariable") // read through STATE only
  private volatile int state = IDLE;

  SerialDrain(Runnable step) {
    this.step = step;
  }

  /**
   * Makes sure that the step begins at least once after this call began. Where the thread has too
   * little stack or memory left to finish it, the step is left to the next request.
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
