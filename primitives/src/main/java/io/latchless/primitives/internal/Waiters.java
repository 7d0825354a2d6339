package io.latchless.primitives.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parks threads that wait for a change, and wakes them.
 *
 * @param <N> what writers announce: a version node, or a value
 */
public final class Waiters<N> {
  /*
   * ENTRIES AND COUNT. A lock-free map, ordered by a growing ticket, holds an entry for each
   * waiter. Any entry can be removed in logarithmic time, and no thread can delay another one.
   *
   *     waiter                                   waker
   *     put the entry into the map               publish the change
   *     count + 1                                read count: 0 means that no thread waits
   *     clear signalled                          take entries, set signalled, unpark
   *     attempt; park until signalled
   *     remove the entry; count - 1
   *
   * Each waiter owns its share of the count: it raises the count when it comes and lowers it when
   * it leaves, and a waker never touches it. So the count is at least one as long as any thread is
   * parked here. Suppose a waker lowered it: an entry taken before its waiter had counted itself
   * would leave a parked waiter beside a count of zero, and the next waker would miss that waiter.
   *
   * NO LOST WAKE-UP. The waiter raises the count and then attempts; the waker publishes and then
   * reads the count. Both accesses are volatile, so at least one of the two sees the other. A waker
   * that reads the raised count also finds the entry, which was put into the map before. The map
   * alone would not suffice: it is read without store-load ordering.
   *
   * WAKING ONE. The waker removes the first entry from the map, so that the next waker wakes
   * another waiter. The woken waiter puts its entry back, with its old ticket, before its next
   * attempt. Adding zero to the count then orders the two sides as before. A waiter that leaves
   * without taking what it was woken for must pass the wake-up on; that is its caller's duty.
   *
   * NO ROOM TO WAKE. A writer must not fail after it has published. So it first asks for room on
   * its stack if any thread waits. If a thread comes to wait in between, the room is not known when
   * it is woken. So it is checked before that thread is taken off the list. The check may overflow,
   * as may the call itself. The writer then catches the error in its own frame, and stores that a
   * wake-up is owed, which needs no stack. The next writer pays by waking all. It clears the flag
   * first, so that a wake-up owed meanwhile stays owed. The flag is volatile, so that a writer that
   * begins after the store sees it.
   *
   * SIGNALLED. A waiter checks its own flag between attempt and park. Without the flag, an attempt
   * that parks inside user code could use up the permit meant for this wait.
   *
   * A waker only unparks threads. They evaluate their conditions themselves, so that no user
   * predicate runs in a writer.
   */

  /** The operation that a parked thread retries after each wake-up. */
  public interface Attempt<R> {
    @Nullable R tryNow();

    /**
     * Returns how long the thread may park after an attempt that yielded nothing. An attempt that
     * met another thread in the middle of an operation asks for a short park, because the end of
     * that operation may wake no thread.
     */
    default long longestParkNanos() {
      return Long.MAX_VALUE;
    }
  }

  private static final class Parked<N> {
    private final Predicate<? super N> wake;
    private final Thread thread = Thread.currentThread();
    private volatile boolean signalled;

    Parked(Predicate<? super N> wake) {
      this.wake = wake;
    }

    void changed(N change) {
      if (wake.test(change)) {
        signal();
      }
    }

    void signal() {
      signalled = true;
      LockSupport.unpark(thread);
    }
  }

  private final ConcurrentSkipListMap<Long, Parked<N>> waiting = new ConcurrentSkipListMap<>();
  private final AtomicLong tickets = new AtomicLong();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Whether a writer had no room on its stack to wake a thread. It has no accessor, because setting
   * it must need no stack.
   */
  public volatile boolean isOwed;

  /** Returns how many threads are waiting; an estimate while they come and go. */
  public int count() {
    return count.get();
  }

  public void changed(N change) {
    if (count.get() == 0) {
      return;
    }
    for (Parked<N> waiter : waiting.values()) {
      waiter.changed(change);
    }
  }

  /**
   * Checks that there is room on the stack to wake a thread, if any thread waits. A writer calls
   * this before it publishes, so that no stack overflow keeps it from waking afterwards.
   *
   * @return whether the room was checked
   */
  public boolean requireStack() {
    payIfOwed();
    boolean anyWaits = count.get() != 0;
    if (anyWaits) {
      StackRoom.require();
    }
    return anyWaits;
  }

  /** Wakes all threads if a writer owes a wake-up. */
  public void payIfOwed() {
    if (isOwed) {
      StackRoom.require();
      isOwed = false;
      waiting.values().forEach(Parked::signal);
    }
  }

  /** Unparks the longest-waiting thread that has not been woken yet, if any. */
  public void wakeOne(N hint) {
    wakeOne(hint, false);
  }

  /**
   * Unparks the longest-waiting thread that has not been woken yet, if any.
   *
   * @param hasRoom whether there is known to be room on the stack to wake it
   */
  public void wakeOne(N hint, boolean hasRoom) {
    if (count.get() == 0) {
      return;
    }
    if (!hasRoom) {
      StackRoom.require();
    }
    Map.Entry<Long, Parked<N>> first = waiting.pollFirstEntry();
    if (first != null) {
      first.getValue().changed(hint);
    }
  }

  /**
   * Parks until an attempt yields a result, and returns it, or null once the time is up.
   *
   * @param wake tested by writers to save wake-ups, so it must not run user code
   * @param attempt run by the waiting thread alone
   * @param nanos how long to wait at most, in nanoseconds; {@link Long#MAX_VALUE} for no limit
   */
  public <R> @Nullable R park(Predicate<? super N> wake, Attempt<R> attempt, long nanos)
      throws InterruptedException {
    long start = System.nanoTime();
    StackRoom.require();
    Parked<N> self = new Parked<>(wake);
    Long ticket = tickets.getAndIncrement();
    waiting.put(ticket, self);
    count.getAndIncrement();
    try {
      for (; ; ) {
        R result = attempt.tryNow();
        if (result != null) {
          return result;
        }
        long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start);
        if (left <= 0) {
          return null;
        }
        parkUntilSignalled(self, Math.min(left, attempt.longestParkNanos()));
        self.signalled = false;
        waiting.putIfAbsent(ticket, self);
        count.getAndAdd(0);
      }
    } finally {
      waiting.remove(ticket);
      count.getAndDecrement();
    }
  }

  private void parkUntilSignalled(Parked<N> self, long nanos) throws InterruptedException {
    long start = System.nanoTime();
    for (; ; ) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start);
      if (self.signalled || left <= 0) {
        return;
      }
      if (left == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, left);
      }
    }
  }

  /**
   * Parks until the current value satisfies the condition, and returns it, or null once the time is
   * up.
   *
   * @param wake tested by writers to save wake-ups, so it must not run user code
   * @param condition tested by the waiting thread alone
   */
  public @Nullable N await(
      Supplier<N> current, Predicate<? super N> wake, Predicate<? super N> condition, long nanos)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Attempt<N> attempt =
        () -> {
          N seen = current.get();
          return condition.test(seen) ? seen : null;
        };
    N found = attempt.tryNow();
    return found != null || nanos == 0 ? found : park(wake, attempt, nanos);
  }
}
