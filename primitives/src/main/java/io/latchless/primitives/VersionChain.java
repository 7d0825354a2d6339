package io.latchless.primitives;

import io.latchless.primitives.internal.Padding.PaddedReference;
import io.latchless.primitives.internal.ThreadsInside;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The current link of a chain of versions.
 *
 * @param <N> the kind of link
 */
final class VersionChain<N> extends PaddedReference<N> {
  /*
   * A version is published by one compare-and-set of the current link. What follows it, waking
   * those who wait and telling those who listen, decides nothing.
   *
   * A function that is applied to the current value, and itself publishes, loses its own
   * compare-and-set each time. Nothing tells such a loss from one to another thread. After a few
   * losses in a row, which are rare without such a function, its thread is therefore recorded for
   * as long as the function runs, and may publish nothing meanwhile.
   */

  private static final Backoff BACKOFF = new Backoff();
  private static final int HONEST_LOSSES = 3;

  private static final VarHandle RETRYING =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "retrying",
          VarHandle.class,
          VersionChain.class,
          ThreadsInside.class);

  /** Created when first needed, so that a writer reads no more than null otherwise. */
  private volatile @Nullable ThreadsInside retrying;

  VersionChain(N first) {
    super(first);
  }

  @SuppressWarnings("NullAway") // never null: starts with a link and goes from link to link
  N current() {
    return refVolatile();
  }

  /**
   * Publishes a successor; after a failure the caller pauses before it tries again.
   *
   * @throws IllegalStateException if it is called by a function that is being retried because of
   *     what it publishes
   */
  boolean tryAppend(N seen, N next) {
    ThreadsInside functions = retrying;
    if (functions != null && functions.hasCurrent()) {
      throw new IllegalStateException(
          "the function of an update must not itself change what the update is applied to");
    }
    return casRef(seen, next);
  }

  /** Applies the function of an update that has lost so many compare-and-sets. */
  <T extends @Nullable Object> T apply(UnaryOperator<T> function, T argument, int losses) {
    return losses < HONEST_LOSSES ? function.apply(argument) : applyRecorded(function, argument);
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
