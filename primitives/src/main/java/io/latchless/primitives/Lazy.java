package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes a value when it is first requested, at most once.
 *
 * <pre>{@code
 * private final Lazy<Connection> connection = Lazy.of(() -> connect(address));
 * ...
 * connection.get().send(request);
 * }</pre>
 *
 * <p>One thread runs the initializer; other threads that request the value meanwhile wait for it.
 * If the initializer fails, all of them get a {@link LazyInitializationException} with the same
 * cause. The failure policy decides about later callers. {@link #of} runs the initializer again,
 * once, for the next caller. {@link #rememberingFailure} throws the same cause for ever. With
 * neither policy does every waiting thread run a failing initializer in turn.
 *
 * <p>An initializer that requests its own value, directly or through other lazy values, even across
 * threads, gets a {@link RecursiveInitializationException} instead of a deadlock. One case cannot
 * be detected: an initializer that waits, by other means, for a helper thread that requests the
 * same value. Nothing shows which thread works for which, so both wait for ever. The initializer
 * and the objects that it refers to become collectable once the value has been computed.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>once the value is there, every operation is wait-free; before,
 *       {@code get} blocks while the initializer runs and ignores interrupts; {@code isReady}:
 *       always wait-free
 *   <tr><th scope="row">Linearizable<td>yes
 *   <tr><th scope="row">Happens-before<td>the initializer's actions happen before every return of
 *       {@code get}, and before every {@code isReady} that is true
 *   <tr><th scope="row">Allocation<td>none once the value is there; an attempt to compute it
 *       allocates
 *   <tr><th scope="row">Complexity<td>one volatile read and one plain read once the value is there
 *   <tr><th scope="row">Memory<td>32 bytes
 *   <tr><th scope="row">Null means<td>the initializer has returned null, which is an ordinary value
 * </table>
 *
 * @param <T> the type of the value, which may be null
 * @since 0.1.0
 */
public final class Lazy<T extends @Nullable Object> implements Supplier<T> {
  /*
   * STATES
   *
   *           claim                 returns
   *     null -------> Attempt --------------------------> READY
   *       ^              |  throws
   *       +--------------+--------- rememberFailure ----> Failure
   *
   * The value is a plain field, written before READY is stored and read only after READY has been
   * read. A compare-and-set claims an attempt, so there is one at a time, and only its owner ends
   * it.
   *
   * ORDER. Release and acquire would suffice for the value. The accesses are volatile all the same,
   * so that lazy values can be used as flags for each other: I get mine, then ask whether yours is
   * ready. With acquire and release both threads could be told no, which no order of the four
   * operations explains. On x86 both kinds of read are a plain move, and the store happens once.
   *
   * FAILURE. A failed attempt is removed from the state before its waiters are released. They share
   * its outcome instead of retrying.
   *
   * CIRCLES. A waiting thread records its attempt in WAITING. Then it follows the owners from
   * there: the owner of the attempt, the attempt that this owner waits for, its owner, and so on.
   * If several threads are about to close a circle, the last one to write its entry sees all the
   * others. The walk ends at an attempt that is over, whose waiters are about to continue. It also
   * ends after as many steps as there are waiters. A circle that does not contain the thread itself
   * must be broken by a thread that it does contain. Until then it would keep this thread walking
   * round, on a carrier that one of the others may need.
   *
   * MANAGED BLOCK. The wait is a managed block, not a join of a CompletableFuture. Both let a
   * fork-join pool compensate. But a join may also run unrelated tasks of the pool on top of the
   * waiting initializer, where a task that requests the initializer's own value looks like
   * recursion.
   */

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "state", VarHandle.class, Lazy.class, Object.class);

  private static final Object READY = new Object();
  // Not private, so that a test can build a circle that lasts.
  static final ConcurrentMap<Thread, Attempt> WAITING = new ConcurrentHashMap<>();

  static final class Attempt implements ForkJoinPool.ManagedBlocker {
    final Thread owner = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Throwable failure;

    void end(@Nullable Throwable thrown) {
      failure = thrown;
      over.countDown();
    }

    @Override
    public boolean isReleasable() {
      return over.getCount() == 0;
    }

    @Override
    public boolean block() throws InterruptedException {
      over.await();
      return true;
    }

    @Nullable Throwable outcome() {
      boolean interrupted = false;
      while (!isReleasable()) {
        try {
          awaitOver();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return failure;
    }

    private void awaitOver() throws InterruptedException {
      try {
        ForkJoinPool.managedBlock(this);
      } catch (RejectedExecutionException noWorkerToSpare) {
        over.await();
      }
    }
  }

  private record Failure(Throwable cause) {}

  private final boolean rememberFailure;
  private @Nullable Callable<? extends T> initializer;

  @SuppressWarnings("UnusedVariable") // accessed through STATE only
  private @Nullable Object state;

  private @Nullable T value;

  private Lazy(Callable<? extends T> initializer, boolean rememberFailure) {
    this.initializer = requireNonNull(initializer, "initializer");
    this.rememberFailure = rememberFailure;
  }

  /**
   * Creates a lazy value whose initializer is run again after a failure, by the next caller.
   *
   * <p>The initializer runs on the first thread that requests the value, and no lock is held
   * meanwhile. Until it returns, it blocks only the threads that request this value.
   *
   * @param <T> the type of the value
   * @param initializer computes the value; it may throw and it may return null
   * @return the new lazy value
   */
  public static <T extends @Nullable Object> Lazy<T> of(Callable<? extends T> initializer) {
    return new Lazy<>(initializer, false);
  }

  /**
   * Creates a lazy value like {@link #of}, from an existing {@link Supplier}. Pass a lambda to
   * {@code of} instead, where it may throw checked exceptions.
   *
   * @param <T> the type of the value
   * @param supplier computes the value; it may throw and it may return null
   * @return the new lazy value
   */
  public static <T extends @Nullable Object> Lazy<T> ofSupplier(Supplier<? extends T> supplier) {
    return new Lazy<>(requireNonNull(supplier, "supplier")::get, false);
  }

  /**
   * Creates a lazy value whose initializer runs once, even if it fails.
   *
   * @param <T> the type of the value
   * @param initializer computes the value; it may throw and it may return null
   * @return the new lazy value
   */
  public static <T extends @Nullable Object> Lazy<T> rememberingFailure(
      Callable<? extends T> initializer) {
    return new Lazy<>(initializer, true);
  }

  /**
   * Returns the value, computing it now if necessary.
   *
   * @return the value, which may be null
   * @throws LazyInitializationException if the initializer threw
   * @throws RecursiveInitializationException if the initializer that this thread runs depends on
   *     this value
   */
  @Override
  @SuppressWarnings("NullAway") // T decides whether the value may be null
  public T get() {
    if (STATE.getVolatile(this) != READY) {
      make();
    }
    return value;
  }

  /**
   * Returns whether the value has been computed.
   *
   * @return true if {@link #get()} would return it at once
   */
  public boolean isReady() {
    return STATE.getVolatile(this) == READY;
  }

  private void make() {
    StackRoom.require();
    Attempt mine = new Attempt();
    Object seen = STATE.compareAndExchange(this, (Object) null, mine);
    if (seen == READY) {
      return;
    }
    Throwable failure;
    if (seen == null) {
      failure = attempt(mine);
    } else if (seen instanceof Failure remembered) {
      failure = remembered.cause;
    } else {
      failure = outcomeOf((Attempt) seen);
    }
    if (failure != null) {
      throw new LazyInitializationException(failure);
    }
  }

  @SuppressWarnings("NullAway") // the initializer is there until the value is
  private @Nullable Throwable attempt(Attempt mine) {
    Throwable failure = null;
    try {
      value = initializer.call();
      initializer = null;
      STATE.setVolatile(this, READY);
    } catch (Throwable thrown) {
      if (thrown instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      failure = thrown;
      STATE.setVolatile(this, rememberFailure ? new Failure(thrown) : null);
    }
    mine.end(failure);
    return failure;
  }

  private static @Nullable Throwable outcomeOf(Attempt attempt) {
    Thread self = Thread.currentThread();
    WAITING.put(self, attempt);
    try {
      Attempt next = attempt;
      for (int left = WAITING.size(); left >= 0 && next != null && !next.isReleasable(); left--) {
        if (next.owner == self) {
          throw new RecursiveInitializationException(attempt.owner);
        }
        next = WAITING.get(next.owner);
      }
      return attempt.outcome();
    } finally {
      WAITING.remove(self);
    }
  }

  /**
   * Returns the value for a log line, without computing it.
   *
   * @return for example {@code Lazy[42]}, or {@code Lazy[not ready]}
   */
  @Override
  public String toString() {
    return isReady() ? "Lazy[" + value + "]" : "Lazy[not ready]";
  }
}
