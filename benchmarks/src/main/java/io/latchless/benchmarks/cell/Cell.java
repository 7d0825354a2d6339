package io.latchless.benchmarks.cell;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is replaced under a mutex, with waiters and listeners. It is the base of the
 * lock-based baselines for all listenable types. Its subclasses differ only in the lock.
 *
 * <p>Listeners and dependents of futures run outside the lock, one at a time, in the order of the
 * changes.
 *
 * @param <N> the type of the value
 * @param <L> the type of the listeners
 */
public abstract class Cell<N, L> {
  /*
   * A thread that makes a change while no delivery is running takes all due calls with it when it
   * leaves the lock. Other threads leave the calls of their changes to it. So a change without
   * listeners takes the lock once. Each delivery takes it once more, to hand back the empty list
   * and fetch the next calls.
   */

  /**
   * Computes the next value under the lock.
   *
   * @param <N> the type of the value
   */
  public interface Step<N> {
    /** Returns the next value; null, or the same instance, for no change. */
    @Nullable N next(N now);
  }

  /**
   * Decides under the lock whether a value completes a future.
   *
   * @param <N> the type of the value
   * @param <R> the type of the future's result
   */
  public interface Decision<N, R> {
    /**
     * Returns the action that completes the future outside the lock; null while it is undecided.
     */
    @Nullable Runnable of(N now, CompletableFuture<R> future);
  }

  private interface Pending<N> {
    @Nullable Runnable decide(N now);
  }

  private final class Entry implements Subscription {
    private final L listener;
    private volatile boolean closed;

    Entry(L listener) {
      this.listener = listener;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
      locked(() -> entries.remove(this));
    }

    Runnable call(Runnable call) {
      return () -> {
        if (closed) {
          return;
        }
        try {
          call.run();
        } catch (Throwable thrown) {
          errors.onError(listener, thrown);
        }
      };
    }
  }

  private final CellDelivery<N, L> delivery;
  private final ListenerErrorHandler errors;

  // The following fields are guarded by the subclass's lock.
  private N current;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Pending<N>> pending = new ArrayList<>();
  private List<Runnable> due = new ArrayList<>();
  private List<Runnable> taken = new ArrayList<>();
  private boolean delivering;

  Cell(N first, CellDelivery<N, L> delivery, ListenerErrorHandler errors) {
    this.current = first;
    this.delivery = delivery;
    this.errors = errors;
  }

  /** The names of the locks that {@link #create} knows. */
  public static final List<String> LOCKS =
      List.of("synchronized", "ReentrantLock", "ReentrantReadWriteLock", "StampedLock");

  /** Creates a cell behind a lock of the given name. */
  public static <N, L> Cell<N, L> create(
      String lock, N first, CellDelivery<N, L> delivery, ListenerErrorHandler errors) {
    return switch (lock) {
      case "synchronized" -> new SynchronizedCell<>(first, delivery, errors);
      case "ReentrantLock" -> {
        Lock both = new ReentrantLock();
        yield new LockCell<>(first, delivery, errors, both, both);
      }
      case "ReentrantReadWriteLock" -> {
        ReentrantReadWriteLock pair = new ReentrantReadWriteLock();
        yield new LockCell<>(first, delivery, errors, pair.readLock(), pair.writeLock());
      }
      case "StampedLock" -> new StampedLockCell<>(first, delivery, errors);
      default -> throw new IllegalArgumentException(lock);
    };
  }

  /** Returns the current value. */
  public abstract N get();

  /** Replaces the value; returns the step's result, or null if the step refused. */
  public abstract @Nullable N change(Step<N> step);

  /**
   * Waits until the value satisfies a condition, which is evaluated under the lock; returns null on
   * timeout.
   */
  public abstract @Nullable N await(Predicate<? super N> condition, long nanos)
      throws InterruptedException;

  /** Runs an action under the lock that does not change the value. */
  public abstract <R extends @Nullable Object> R locked(Supplier<R> body);

  /** Returns a future that is completed by the first value that decides it. */
  public final <R> CompletableFuture<R> when(Decision<N, R> decision) {
    CompletableFuture<R> future = new CompletableFuture<>();
    Pending<N> asked = now -> decision.of(now, future);
    deliver(
        locked(
            () -> {
              if (!decide(asked, current)) {
                pending.add(asked);
              }
              return claim();
            }));
    var unused = future.whenComplete((result, failure) -> locked(() -> pending.remove(asked)));
    return future;
  }

  /** Adds a listener, which receives the current value first. */
  public final Subscription subscribe(L listener) {
    Entry entry = new Entry(listener);
    deliver(
        locked(
            () -> {
              N now = current;
              entries.add(entry);
              due.add(entry.call(() -> delivery.start(listener, now)));
              return claim();
            }));
    return entry;
  }

  final N current() {
    return current;
  }

  final @Nullable N advance(Step<N> step) {
    N before = current;
    N next = step.next(before);
    if (next != null && next != before) {
      current = next;
      for (Entry entry : entries) {
        due.add(entry.call(() -> delivery.change(entry.listener, before, next)));
      }
      if (!pending.isEmpty()) {
        pending.removeIf(asked -> decide(asked, next));
      }
    }
    return next;
  }

  private boolean decide(Pending<N> asked, N now) {
    Runnable completion = asked.decide(now);
    return completion != null && due.add(completion);
  }

  /**
   * Returns the calls that the caller must deliver after leaving the lock; null if another thread
   * is delivering.
   */
  final @Nullable List<Runnable> claim() {
    return delivering || due.isEmpty() ? null : more();
  }

  private @Nullable List<Runnable> more() {
    List<Runnable> next = due;
    due = taken;
    taken = next;
    delivering = !next.isEmpty();
    return delivering ? next : null;
  }

  final void deliver(@Nullable List<Runnable> batch) {
    for (List<Runnable> calls = batch; calls != null; calls = locked(this::more)) {
      calls.forEach(Runnable::run);
      calls.clear();
    }
  }
}
