package io.latchless.primitives;

import io.latchless.primitives.internal.Padding.PaddedReference;
import io.latchless.primitives.internal.ThreadsInside;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds the current node of a chain of versions.
 *
 * @param <N> the type of the nodes
 */
final class VersionChain<N> extends PaddedReference<N> {
  /*
   * One compare-and-set of the current node publishes a version. Waking waiters and calling
   * listeners come afterwards and decide nothing.
   *
   * The function of an update may itself publish to the same chain, and then loses its own
   * compare-and-set each time. Such a loss looks like a loss to another thread. A few losses in a
   * row are rare without such a function. After that many the thread is therefore recorded while it
   * runs the function, and may publish nothing meanwhile.
   */

  private static final Backoff BACKOFF = new Backoff();
  private static final int TOLERATED_LOSSES = 3;

  private static final VarHandle RETRYING =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "retrying",
          VarHandle.class,
          VersionChain.class,
          ThreadsInside.class);

  /** Null until first needed, so that writers usually read no more than null. */
  private volatile @Nullable ThreadsInside retrying;

  VersionChain(N first) {
    super(first);
  }

  @SuppressWarnings("NullAway") // never null: starts with a node and goes from node to node
  N current() {
    return refVolatile();
  }

  /**
   * Publishes a successor. After a failure the caller pauses before it retries.
   *
   * @throws IllegalStateException if called by a function that is being retried because of its own
   *     publications
   */
  boolean tryAppend(N seen, N next) {
    ThreadsInside functions = retrying;
    if (functions != null && functions.hasCurrent()) {
      throw new IllegalStateException(
          "an update function must not change the object that it is applied to");
    }
    return casRef(seen, next);
  }

  /**
   * Applies the function of an update that has already lost the given number of compare-and-sets.
   */
  <T extends @Nullable Object> T apply(UnaryOperator<T> function, T argument, int losses) {
    return losses < TOLERATED_LOSSES ? function.apply(argument) : applyRecorded(function, argument);
  }

  private <T extends @Nullable Object> T applyRecorded(UnaryOperator<T> function, T argument) {
    ThreadsInside functions = retrying;
    if (functions == null) {
      ThreadsInside created = new ThreadsInside();
      functions = (ThreadsInside) RETRYING.compareAndExchange(this, null, created);
      functions = functions == null ? created : functions;
    }
    return functions.applied(function, argument);
  }

  void pause(int losses) {
    BACKOFF.pause(losses);
  }
}
