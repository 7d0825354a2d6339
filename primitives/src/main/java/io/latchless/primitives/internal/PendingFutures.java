package io.latchless.primitives.internal;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the futures that wait for a change.
 *
 * @param <N> what writers announce: a version node, or a value
 */
public final class PendingFutures<N> {
  /*
   * TWO FUTURES IN ONE. CompletableFuture runs dependents on the thread that completes it, as part
   * of completing it. So a dependent that blocks would delay the completion of the other futures of
   * the same change. A pending future therefore has a second one beside it, its verdict, to which
   * no code outside can attach anything. Threads that query or wait for the result use the verdict;
   * dependents belong to the pending future itself. A writer first settles the verdicts of all
   * futures that its change decides, which runs no user code. Only afterwards does it pass them on
   * to the dependents.
   *
   *     writer                                      pending future         verdict
   *     publish the change
   *     decide: settle every decided verdict        -                      settled
   *     pass on: claim a node, complete its future  dependents run         settled
   *
   * PASSING ON. Futures without dependents come first, then the others, oldest first. A dependent
   * may itself cause the next change. To avoid nesting, a thread that is already passing on leaves
   * the rest to its outer call. It never leaves anything to another thread, which a dependent might
   * be blocking. A node is claimed before its future is passed on, so any thread can take over what
   * is left.
   *
   * THE LIST
   *
   *     head -> newest -> ... -> oldest -> null
   *
   * A compare-and-set pushes a node at the head. A node departs by losing its future, which makes a
   * cancelled future collectable at once. Empty nodes stay empty, and nothing is ever inserted
   * behind the head. So a sweep may connect each node to the next non-empty one by an unconditional
   * store; concurrent sweeps can at worst bring an empty node back. A sweep is due after as many
   * departures as there are futures left, so each departure costs a constant number of steps.
   *
   * GIVING UP. If a wait on a future without dependents is given up, the user is probably done with
   * it, and the list keeps only a weak reference to it. If the user still holds it, it is settled
   * as before. A dependent makes the reference strong for good. All methods that add one call
   * newIncompleteFuture, toCompletableFuture or minimalCompletionStage, except allOf and anyOf.
   *
   * NO LOST CHANGE. A future is pushed first and then looks at the current value again. A writer
   * publishes first and then looks at the head. At least one of the two sees the other.
   */

  private static final VarHandle HEAD =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "head", VarHandle.class, PendingFutures.class, Node.class);
  private static final VarHandle COUNT =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "count", VarHandle.class, PendingFutures.class, int.class);
  private static final VarHandle DEPARTED =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "departed", VarHandle.class, PendingFutures.class, int.class);
  private static final VarHandle REFERENCE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "reference", VarHandle.class, Node.class, Object.class);

  private static final int FEW = 16;

  private static final class Node<N> {
    /** A pending future, a weak reference to one, or null. */
    private volatile @Nullable Object reference;

    volatile @Nullable Node<N> next;

    Node(Pending<N, ?> pending) {
      reference = pending;
    }

    @Nullable Pending<N, ?> pending() {
      return pending(reference);
    }

    @SuppressWarnings("unchecked") // only futures of the same list and references to them get here
    private @Nullable Pending<N, ?> pending(@Nullable Object seen) {
      return seen instanceof WeakReference<?> weak
          ? (Pending<N, ?>) weak.get()
          : (Pending<N, ?>) seen;
    }

    boolean isCollected() {
      return reference instanceof WeakReference<?> weak && weak.get() == null;
    }

    boolean claim() {
      Object seen = reference;
      while (seen != null) {
        if (REFERENCE.compareAndSet(this, seen, null)) {
          return true;
        }
        seen = reference;
      }
      return false;
    }

    boolean weaken(Pending<N, ?> pending) {
      return REFERENCE.compareAndSet(this, pending, new WeakReference<>(pending));
    }

    void strengthen(Pending<N, ?> pending) {
      Object seen = reference;
      while (seen instanceof WeakReference<?> && !REFERENCE.compareAndSet(this, seen, pending)) {
        seen = reference;
      }
    }
  }

  /** A future as the user gets it. */
  private static final class Pending<N, R> extends CompletableFuture<R> {
    private final PendingFutures<N> owner;
    private final Predicate<? super N> decided;
    private final BiConsumer<? super N, CompletableFuture<R>> settle;
    private final CompletableFuture<R> verdict = new CompletableFuture<>();
    private final Node<N> node = new Node<>(this);
    private volatile boolean hasHadDependents;

    Pending(
        PendingFutures<N> owner,
        Predicate<? super N> decided,
        BiConsumer<? super N, CompletableFuture<R>> settle) {
      this.owner = owner;
      this.decided = decided;
      this.settle = settle;
    }

    void look(N change) {
      if (!verdict.isDone() && decided.test(change)) {
        settle.accept(change, verdict);
      }
    }

    boolean hasVerdict() {
      return verdict.isDone();
    }

    void passOn() {
      var unused =
          verdict.whenComplete(
              (result, failure) -> {
                if (failure == null) {
                  super.complete(result);
                } else {
                  super.completeExceptionally(failure);
                }
              });
    }

    private boolean completedByUser(boolean first) {
      owner.forget(node);
      passOn();
      return first;
    }

    @Override
    public boolean complete(R value) {
      return completedByUser(verdict.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
      return completedByUser(verdict.completeExceptionally(failure));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      completedByUser(verdict.cancel(mayInterruptIfRunning));
      return isCancelled();
    }

    @Override
    public CompletableFuture<R> completeAsync(Supplier<? extends R> supplier, Executor executor) {
      executor.execute(
          () -> {
            if (!isDone()) {
              R value;
              try {
                value = supplier.get();
              } catch (Throwable thrown) {
                completeExceptionally(thrown);
                return;
              }
              complete(value);
            }
          });
      return this;
    }

    @Override
    public void obtrudeValue(R value) {
      verdict.obtrudeValue(value);
      owner.forget(node);
      super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable failure) {
      verdict.obtrudeException(failure);
      owner.forget(node);
      super.obtrudeException(failure);
    }

    @Override
    public R get() throws InterruptedException, ExecutionException {
      try {
        return verdict.get();
      } catch (InterruptedException givenUp) {
        giveUp();
        throw givenUp;
      }
    }

    @Override
    public R get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      try {
        return verdict.get(timeout, unit);
      } catch (InterruptedException | TimeoutException givenUp) {
        giveUp();
        throw givenUp;
      }
    }

    private void giveUp() {
      if (!hasHadDependents && getNumberOfDependents() == 0 && node.weaken(this)) {
        owner.departed();
      }
      if (hasHadDependents || getNumberOfDependents() > 0) {
        node.strengthen(this);
      }
    }

    private void expectDependents() {
      hasHadDependents = true;
      node.strengthen(this);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      expectDependents();
      return super.newIncompleteFuture();
    }

    @Override
    public CompletableFuture<R> toCompletableFuture() {
      expectDependents();
      return super.toCompletableFuture();
    }

    @Override
    public CompletionStage<R> minimalCompletionStage() {
      expectDependents();
      return super.minimalCompletionStage();
    }

    @Override
    public R join() {
      return verdict.join();
    }

    @Override
    public R getNow(R valueIfAbsent) {
      return verdict.getNow(valueIfAbsent);
    }

    @Override
    public boolean isDone() {
      return verdict.isDone();
    }

    @Override
    public boolean isCancelled() {
      return verdict.isCancelled();
    }

    @Override
    public boolean isCompletedExceptionally() {
      return verdict.isCompletedExceptionally();
    }

    @Override
    public String toString() {
      return verdict.toString();
    }
  }

  private final ThreadsInside passingOn = new ThreadsInside();

  private volatile @Nullable Node<N> head;

  @SuppressWarnings("UnusedVariable") // accessed through COUNT only
  private volatile int count;

  @SuppressWarnings("UnusedVariable") // accessed through DEPARTED only
  private volatile int departed;

  public int count() {
    return count;
  }

  /**
   * Returns a future that the first deciding change settles, and that is forgotten once it is done.
   *
   * @param decided tested by writers, so it must not run user code
   * @param settle completes the given future; run by writers
   */
  public <R> CompletableFuture<R> when(
      Supplier<N> current,
      Predicate<? super N> decided,
      BiConsumer<? super N, CompletableFuture<R>> settle) {
    N seen = current.get();
    if (decided.test(seen)) {
      CompletableFuture<R> done = new CompletableFuture<>();
      settle.accept(seen, done);
      return done;
    }
    StackRoom.require();
    Pending<N, R> pending = new Pending<>(this, decided, settle);
    push(pending.node);
    pending.look(current.get());
    if (pending.hasVerdict()) {
      forget(pending.node);
      pending.passOn();
    }
    return pending;
  }

  private void push(Node<N> node) {
    int unused = (int) COUNT.getAndAdd(this, 1);
    do {
      node.next = head;
    } while (!HEAD.compareAndSet(this, node.next, node));
  }

  /**
   * Settles the futures that a change decides and runs their dependents; called by the writer after
   * publishing.
   */
  public void changed(N change) {
    decide(change);
    passOn();
  }

  /** Settles the futures that a change decides; runs no dependents. */
  public void decide(N change) {
    for (Node<N> node = head; node != null; node = node.next) {
      Pending<N, ?> pending = node.pending();
      if (pending != null) {
        pending.look(change);
      }
    }
  }

  /** Runs the dependents of the settled futures. */
  public void passOn() {
    if (head == null || passingOn.hasCurrent()) {
      return;
    }
    Deque<Node<N>> settled = settled();
    if (settled.isEmpty()) {
      return;
    }
    ThreadsInside.Visit visit = passingOn.enter();
    try {
      for (; !settled.isEmpty(); settled = settled()) {
        for (Node<N> node : settled) {
          Pending<N, ?> pending = node.pending();
          if (pending != null && pending.getNumberOfDependents() == 0) {
            passOn(node);
          }
        }
        for (Node<N> node : settled) {
          passOn(node);
        }
      }
    } finally {
      passingOn.leave(visit);
    }
  }

  private void passOn(Node<N> node) {
    Pending<N, ?> pending = node.pending();
    if (pending != null && forget(node)) {
      pending.passOn();
    }
  }

  /** Returns the nodes of futures that have a verdict and are not passed on yet, oldest first. */
  private Deque<Node<N>> settled() {
    Deque<Node<N>> settled = new ArrayDeque<>();
    for (Node<N> node = head; node != null; node = node.next) {
      Pending<N, ?> pending = node.pending();
      if (pending != null && pending.hasVerdict()) {
        settled.push(node);
      }
    }
    return settled;
  }

  private boolean forget(Node<N> node) {
    if (!node.claim()) {
      return false;
    }
    int unused = (int) COUNT.getAndAdd(this, -1);
    departed();
    return true;
  }

  private void departed() {
    int left = count;
    int gone = (int) DEPARTED.getAndAdd(this, 1) + 1;
    if (left == 0 || gone > FEW + left) {
      DEPARTED.setOpaque(this, 0);
      sweep();
    }
  }

  private void sweep() {
    Node<N> first = head;
    Node<N> kept = nextKept(first);
    if (kept != first && !HEAD.compareAndSet(this, first, kept)) {
      return;
    }
    for (; kept != null; kept = kept.next) {
      Node<N> next = kept.next;
      Node<N> nextKept = nextKept(next);
      if (nextKept != next) {
        kept.next = nextKept;
      }
    }
  }

  private @Nullable Node<N> nextKept(@Nullable Node<N> from) {
    Node<N> node = from;
    while (node != null && isEmpty(node)) {
      node = node.next;
    }
    return node;
  }

  private boolean isEmpty(Node<N> node) {
    if (node.isCollected() && node.claim()) {
      int unused = (int) COUNT.getAndAdd(this, -1);
    }
    return node.reference == null;
  }
}
