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
 * The futures that wait for a change.
 *
 * @param <N> what writers announce: a link, or a value
 */
public final class PendingFutures<N> {
  /*
   * Two futures in one
   * ------------------
   * CompletableFuture runs dependents on the thread that completes it, as part of completing it, so
   * a dependent that blocks would keep the other futures of the same change from being completed.
   * A pending future therefore has a verdict beside it, a future that nobody outside can attach
   * anything to. Threads that ask or wait for the result use the verdict; dependents belong to the
   * pending future itself. A writer settles the verdicts of all futures that its change decides,
   * which runs no foreign code, and passes them on to the dependents only afterwards.
   *
   * Passing on
   * ----------
   * Futures without dependents come first, then the others in the order in which they were made. A
   * dependent may itself cause the next change. So that this does not nest, a thread that is in the
   * middle of passing on leaves the rest to its outer call. No thread leaves anything to another
   * one: that may be held up in a dependent. A node is claimed before its future is passed on, so
   * whoever comes by takes over what is left.
   *
   * The list
   * --------
   *   head -> newest -> ... -> oldest -> null
   *
   * Nodes are pushed at the head by compare-and-set and leave by losing their future, which makes a
   * cancelled future collectable at once. Empty nodes stay empty, and nothing is ever inserted
   * behind the head, so a sweep may link each node to the next one that is not empty by a plain
   * store: concurrent sweeps can at worst bring an empty node back. A sweep is due after as many
   * departures as there are futures left, so it costs a constant number of steps a departure.
   *
   * A wait that is given up is taken as a sign that the user is done with a future that has no
   * dependents: the list then keeps it by a weak reference only. If the user still has it, it is
   * settled as before. A dependent makes the reference strong for good; all methods that add one
   * call newIncompleteFuture, toCompletableFuture or minimalCompletionStage, except allOf and anyOf.
   *
   * A future is pushed first and looks at the current value again afterwards; a writer publishes
   * first and looks at the head afterwards. At least one of the two sees the other.
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

  /** What the user gets. */
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

    void look(N link) {
      if (!verdict.isDone() && decided.test(link)) {
        settle.accept(link, verdict);
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

  @SuppressWarnings("UnusedVariable") // through COUNT only
  private volatile int count;

  @SuppressWarnings("UnusedVariable") // through DEPARTED only
  private volatile int departed;

  public int count() {
    return count;
  }

  /**
   * Returns a future that is settled by the first link that decides it, and forgotten once it is
   * done.
   *
   * @param decided tried by writers, so it must not run foreign code
   * @param settle completes the future it is given; run by writers
   */
  public <R> CompletableFuture<R> when(
      Supplier<N> current,
      Predicate<? super N> decided,
      BiConsumer<? super N, CompletableFuture<R>> settle) {
    N link = current.get();
    if (decided.test(link)) {
      CompletableFuture<R> done = new CompletableFuture<>();
      settle.accept(link, done);
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

  /** To be called by a writer, after it has published. */
  public void changed(N link) {
    decide(link);
    passOn();
  }

  /** Settles the futures that a link decides; runs no dependents. */
  public void decide(N link) {
    for (Node<N> node = head; node != null; node = node.next) {
      Pending<N, ?> pending = node.pending();
      if (pending != null) {
        pending.look(link);
      }
    }
  }

  /** Runs the dependents of the futures that are settled. */
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

  /** The nodes of futures that have a verdict and are not passed on, the oldest first. */
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
