package io.latchless.primitives.internal;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A future that is collectable once a timed or interrupted wait for it has been given up, unless it
 * has dependents.
 *
 * @param <R> the type of the result
 */
final class ForgettableFuture<R> extends CompletableFuture<R> {
  /*
   * The list of waiters reaches the future through a slot: strongly at first, for a dependent must
   * run even if the user keeps no reference to the future. A wait that is given up is taken as a
   * sign that the user is done with the future, and makes the slot weak. If the user is not, it
   * still reaches the future, and that is completed as before.
   *
   * A dependent makes the slot strong for good. All methods that add one call newIncompleteFuture,
   * toCompletableFuture or minimalCompletionStage first. allOf and anyOf call none of them: of
   * those, only what was made before the wait was given up is seen, by the number of dependents.
   *
   * The one who adds a dependent sets "pinned" and then "strong"; the one who gives up clears
   * "strong" and then reads "pinned". Both are volatile, so "strong" ends up set.
   */

  /** What the list of waiters holds. */
  static final class Slot<R> extends WeakReference<ForgettableFuture<R>> {
    private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

    private final Runnable delist;

    @SuppressWarnings("UnusedVariable") // it is there to be reachable
    private volatile @Nullable ForgettableFuture<R> strong;

    private Slot(ForgettableFuture<R> future, Runnable delist) {
      super(future, COLLECTED);
      this.delist = delist;
      this.strong = future;
    }
  }

  private final Slot<R> slot;
  private int ownDependents;
  private volatile boolean pinned;

  /**
   * A future that is not done.
   *
   * @param delist takes it off its list, if it is on it
   */
  @SuppressWarnings("this-escape") // to its slot, which is not published yet
  ForgettableFuture(Runnable delist) {
    slot = new Slot<>(this, delist);
  }

  /** To be called once it is on its list, before the user is given it. */
  void delistWhenDone() {
    var unused = whenComplete((result, failure) -> slot.delist.run());
    ownDependents = getNumberOfDependents();
    pinned = false;
  }

  Slot<R> slot() {
    return slot;
  }

  /** Takes what has been collected off the lists that it is on. */
  static void delistCollected() {
    for (Reference<?> gone = Slot.COLLECTED.poll(); gone != null; gone = Slot.COLLECTED.poll()) {
      ((Slot<?>) gone).delist.run();
    }
  }

  @Override
  public R get() throws InterruptedException, ExecutionException {
    try {
      return super.get();
    } catch (InterruptedException givenUp) {
      release();
      throw givenUp;
    }
  }

  @Override
  public R get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return super.get(timeout, unit);
    } catch (InterruptedException | TimeoutException givenUp) {
      release();
      throw givenUp;
    }
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    pin();
    return super.newIncompleteFuture();
  }

  @Override
  public CompletableFuture<R> toCompletableFuture() {
    pin();
    return super.toCompletableFuture();
  }

  @Override
  public CompletionStage<R> minimalCompletionStage() {
    pin();
    return super.minimalCompletionStage();
  }

  private void release() {
    slot.strong = null;
    if (pinned || getNumberOfDependents() > ownDependents) {
      slot.strong = this;
    }
  }

  private void pin() {
    pinned = true;
    slot.strong = this;
  }
}
