package io.latchless.registry;

import io.latchless.primitives.internal.Padding.PaddedReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records which threads are running a function that a change of one object has called. */
final class RunningFunctions extends PaddedReference<RunningFunctions.Call> {
  /*
   * A change calls its function again whenever another change came first. A function that makes such
   * a change itself would be called for ever, so a change looks here for its own thread first.
   *
   * Calls are pushed at the front. One that is over loses its thread by a plain store, which no end of
   * the stack can prevent, and is unlinked by the next sweep, wherever it is in the list. Sweeps may
   * overtake one another: a link then leads back to a call that is over, never past one that runs,
   * because a call that is over stays so. A thread looks only for itself, and sees what it has stored.
   */

  /** One function that one thread is running. */
  static final class Call {
    private @Nullable Thread thread = Thread.currentThread();
    private @Nullable Call next;
  }

  RunningFunctions() {
    super(null);
  }

  /**
   * Fails within one of the functions.
   *
   * @throws IllegalStateException if the calling thread runs one
   */
  void requireOutside() {
    Thread caller = Thread.currentThread();
    for (Call call = refVolatile(); call != null; call = call.next) {
      if (call.thread == caller) {
        throw new IllegalStateException(
            "changed by a function that one of its own changes has called");
      }
    }
  }

  /** Applies a function, and records meanwhile that the thread runs it. */
  <T> T applied(UnaryOperator<T> function, T value) {
    Call call = new Call();
    try {
      push(call);
      return function.apply(value);
    } finally {
      call.thread = null;
      sweep();
    }
  }

  private void push(Call call) {
    Call first;
    do {
      first = refVolatile();
      call.next = first;
    } while (!casRef(first, call));
  }

  private void sweep() {
    Call first;
    Call running;
    do {
      first = refVolatile();
      running = running(first);
    } while (first != running && !casRef(first, running));
    for (Call call = running; call != null; call = call.next) {
      call.next = running(call.next);
    }
  }

  /** The first call that is not over, from one on. */
  private static @Nullable Call running(@Nullable Call from) {
    Call call = from;
    while (call != null && call.thread == null) {
      call = call.next;
    }
    return call;
  }
}
