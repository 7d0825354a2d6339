package io.latchless.primitives.internal;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads and futures that wait for a change.
 *
 * @param <N> what writers announce: a link, or a value
 */
public final class Waiters<N> {
  /*
   * A lock-free ordered map from a growing ticket, so that whoever gives up is removed in
   * logarithmic time, wherever it stands, by a thread that cannot hold anybody up.
   *
   * A waiter enlists first and looks at the current value again afterwards; a writer publishes first
   * and looks for waiters afterwards. At least one of the two sees the other, so no wake-up is lost.
   *
   * The count is raised after the entry is in the map and before the waiter looks at the current
   * value again. A writer that reads the raised count therefore finds the entry; one that does not
   * has published before that second look. The map alone would not do: it is read without a
   * store-load order. With nobody waiting, the count is all that a writer reads.
   *
   * One that is woken alone is taken off the list by its waker. It counts as not waiting until it has
   * enlisted again, and looks once more after that, so what is published in between is seen by it or
   * wakes the next. Whoever leaves without what it was woken for has to pass the wake-up on.
   *
   * Threads are only unparked here and evaluate their condition themselves, so that no foreign
   * predicate runs in a writer. Futures run their dependents wherever they are completed, and a
   * dependent may itself cause the next change. So that this does not nest, completions go through a
   * queue, and a thread that is in the middle of it already leaves the rest to its outer call. No
   * thread leaves anything to another one: that may be held up in a dependent, which may even wait
   * for the very future that was left to it. The threads in the middle of it are few and stand in a
   * lock-free queue; a hash map would make all others spin while the first one sets up its table.
   */

  /** What a parked thread tries again after each wake-up. */
  public interface Attempt<R> {
    @Nullable R tryNow();
  }

  private interface Waiter<N> {
    void changed(N link);
  }

  private final ConcurrentSkipListMap<Long, Waiter<N>> waiting = new ConcurrentSkipListMap<>();
  private final AtomicLong tickets = new AtomicLong();
  private final AtomicInteger count = new AtomicInteger();
  private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> completing = new ConcurrentLinkedQueue<>();

  /** Lowered before it is raised where somebody is woken while enlisting. */
  public int count() {
    return Math.max(0, count.get());
  }

  public void changed(N link) {
    if (count.get() == 0) {
      return;
    }
    for (Waiter<N> waiter : waiting.values()) {
      waiter.changed(link);
    }
    complete();
  }

  /**
   * Takes the thread that has waited longest off the list and unparks it, if there is one. The next
   * call wakes the next one, not the same again before it has come to run. A thread that finds
   * nothing enlists itself again, with its old ticket.
   */
  public void wakeOne(N hint) {
    if (count.get() == 0) {
      return;
    }
    Map.Entry<Long, Waiter<N>> first = waiting.pollFirstEntry();
    if (first != null) {
      count.getAndDecrement();
      first.getValue().changed(hint);
    }
  }

  /**
   * Parks until an attempt yields something, and returns it, or null after the time is up.
   *
   * @param wake tried by writers to spare a wake-up, so it must not run foreign code
   * @param attempt tried by the waiting thread alone
   */
  public <R> @Nullable R park(Predicate<? super N> wake, Attempt<R> attempt, long nanos)
      throws InterruptedException {
    long start = System.nanoTime();
    Thread self = Thread.currentThread();
    Waiter<N> waiter =
        link -> {
          if (wake.test(link)) {
            LockSupport.unpark(self);
          }
        };
    Long ticket = enlist(waiter);
    try {
      for (; ; ) {
        R result = attempt.tryNow();
        if (result != null) {
          return result;
        }
        long left = nanos - (System.nanoTime() - start);
        if (left <= 0) {
          return null;
        }
        LockSupport.parkNanos(this, left);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!waiting.containsKey(ticket)) {
          result = attempt.tryNow();
          if (result != null) {
            return result;
          }
          enlist(ticket, waiter);
        }
      }
    } finally {
      delist(ticket);
    }
  }

  /**
   * Parks until a link satisfies the condition, and returns it, or null after the time is up.
   *
   * @param wake tried by writers to spare a wake-up, so it must not run foreign code
   * @param condition tried by the waiting thread alone
   */
  public @Nullable N await(
      Supplier<N> current, Predicate<? super N> wake, Predicate<? super N> condition, long nanos)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Attempt<N> attempt =
        () -> {
          N link = current.get();
          return condition.test(link) ? link : null;
        };
    N link = attempt.tryNow();
    return link != null || nanos == 0 ? link : park(wake, attempt, nanos);
  }

  /**
   * A future that is settled by the first link that decides it, and forgotten once it is done, or
   * once a wait for it is given up and nobody else refers to it.
   */
  public <R> CompletableFuture<R> when(
      Supplier<N> current,
      Predicate<? super N> decided,
      BiConsumer<? super N, CompletableFuture<R>> settle) {
    ForgettableFuture.delistCollected();
    N link = current.get();
    if (decided.test(link)) {
      CompletableFuture<R> settled = new CompletableFuture<>();
      settle.accept(link, settled);
      return settled;
    }
    Long ticket = tickets.getAndIncrement();
    ForgettableFuture<R> future = new ForgettableFuture<>(() -> delist(ticket));
    ForgettableFuture.Slot<R> slot = future.slot();
    Waiter<N> waiter =
        changed -> {
          ForgettableFuture<R> kept = slot.get();
          if (kept != null && decided.test(changed)) {
            due.add(() -> settle.accept(changed, kept));
          }
        };
    enlist(ticket, waiter);
    future.delistWhenDone();
    waiter.changed(current.get());
    complete();
    return future;
  }

  private Long enlist(Waiter<N> waiter) {
    Long ticket = tickets.getAndIncrement();
    enlist(ticket, waiter);
    return ticket;
  }

  private void enlist(Long ticket, Waiter<N> waiter) {
    waiting.put(ticket, waiter);
    count.getAndIncrement();
  }

  private void delist(Long ticket) {
    if (waiting.remove(ticket) != null) {
      count.getAndDecrement();
    }
  }

  private void complete() {
    Thread self = Thread.currentThread();
    if (due.isEmpty() || completing.contains(self)) {
      return;
    }
    completing.add(self);
    try {
      for (Runnable next = due.poll(); next != null; next = due.poll()) {
        next.run();
      }
    } finally {
      completing.remove(self);
    }
  }
}
