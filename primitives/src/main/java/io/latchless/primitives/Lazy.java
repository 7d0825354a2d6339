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
 * A value that is made when it is first asked for, at most once.
 *
 * <pre>{@code
 * private final Lazy<Connection> connection = Lazy.of(() -> connect(address));
 * ...
 * connection.get().send(request);
 * }</pre>
 *
 * <p>One thread runs the initializer, others that ask meanwhile wait for it. If it fails, all of
 * them get a {@link LazyInitializationException} with the same cause. What happens to callers after
 * that is the failure policy: {@link #of} tries again, once, for the next caller; {@link
 * #rememberingFailure} throws the same cause for ever. In neither case does every waiting thread
 * run a failing initializer anew, one after the other.
 *
 * <p>An initializer that asks for its own value, directly or through other lazy values, even across
 * threads, gets a {@link RecursiveInitializationException} instead of a deadlock. One thing cannot
 * be detected: an initializer that waits, by other means, for a helper thread that asks for the
 * same value. Nothing tells which thread works for which, so both wait for ever. The initializer
 * and what it refers to can be collected once the value is there.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>once the value is there, every operation is wait-free; before, {@code
 *       get} blocks while the initializer runs, without regard to interrupts; {@code isReady}: always
 *       wait-free
 *   <tr><th scope="row">Linearizable<td>yes
 *   <tr><th scope="row">Happens-before<td>all that the initializer did happens before every return of
 *       {@code get}
 *   <tr><th scope="row">Allocation<td>none once the value is there; an attempt to make it allocates
 *   <tr><th scope="row">Complexity<td>one volatile read and one plain read once the value is there
 *   <tr><th scope="row">Memory<td>32 bytes
 *   <tr><th scope="row">Null means<td>the initializer has returned null, which is a value like any other
 * </table>
 *
 * @param <T> the type of the value, which may be null
 */
public final class Lazy<T extends @Nullable Object> implements Supplier<T> {
  /*
   * state is null, an Attempt that is under way, a Failure that is remembered, or READY. The value is
   * a plain field written before READY is stored, and read only after READY was read. Release and
   * acquire would be enough for the value. The accesses are volatile all the same, so that lazy
   * values can be used as flags for each other: I get mine, then ask whether yours is ready. With
   * acquire and release both threads could be told no, which no order of the four operations
   * explains. On x86 both kinds of read are a plain move, and the store is made once. An
   * attempt is claimed by compare-and-set, so there is one at a time, and its owner alone ends it.
   *
   * A failed attempt is taken out of the way before its waiters are released, and they share its
   * outcome instead of trying again.
   *
   * A thread that waits says for which attempt in WAITING, before it follows the owners from there:
   * owner, what that one waits for, whose owner, and so on. Of several threads that would close a
   * circle the last to write its entry sees all others. The walk ends at an attempt that is over,
   * whose waiters are about to go on, and after as many steps as there are waiters: a circle that
   * does not contain the thread itself is for those to break that do, and would keep it running
   * round, on a carrier that one of them may need.
   *
   * The wait is a managed block and not a join of a CompletableFuture. Both let a fork-join pool
   * compensate, but a join may also run unrelated tasks of the pool on top of the waiting
   * initializer, where a task that asks for the initializer's own value looks like recursion.
   */

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "state", VarHandle.class, Lazy.class, Object.class);

  private static final Object READY = new Object();
  // Not private, so that a test can lay a circle that lasts.
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

  @SuppressWarnings("UnusedVariable") // through STATE only
  private @Nullable Object state;

  private @Nullable T value;

  private Lazy(Callable<? extends T> initializer, boolean rememberFailure) {
    this.initializer = requireNonNull(initializer, "initializer");
    this.rememberFailure = rememberFailure;
  }

  /**
   * A value whose initializer is tried again after a failure, by the next caller.
   *
   * <p>The initializer runs on the first thread that asks, while no lock is held. Until it returns
   * it holds back the threads that ask for this value, and no others.
   *
   * @param <T> the type of the value
   * @param initializer makes the value; it may throw and it may return null
   * @return the lazy value
   */
  public static <T extends @Nullable Object> Lazy<T> of(Callable<? extends T> initializer) {
    return new Lazy<>(initializer, false);
  }

  /**
   * A value whose initializer runs once, even if it fails.
   *
   * @param <T> the type of the value
   * @param initializer makes the value; it may throw and it may return null
   * @return the lazy value
   */
  public static <T extends @Nullable Object> Lazy<T> rememberingFailure(
      Callable<? extends T> initializer) {
    return new Lazy<>(initializer, true);
  }

  /**
   * The value, made now if it is not there yet.
   *
   * @return the value
   * @throws LazyInitializationException if the initializer has thrown
   * @throws RecursiveInitializationException if the initializer that this thread runs needs this
   *     value to make it
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
   * Whether the value is there.
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
   * The value for a log line, without making it.
   *
   * @return for example {@code Lazy[42]}, or {@code Lazy[not ready]}
   */
  @Override
  public String toString() {
    return isReady() ? "Lazy[" + value + "]" : "Lazy[not ready]";
  }
}
