package io.latchless.stress.subjects;

import io.latchless.primitives.internal.Waiters;

/** Threads parked until their attempts succeed: the library's waiting list or a rogue. */
public interface WaitingList {
  /** Returns the number of waiting threads. */
  int count();

  /** Wakes the thread that has waited longest. */
  void wakeOne();

  /** Wakes all threads. */
  void wakeAll();

  /** Parks until an attempt returns a result, and returns it. */
  <R> R park(Waiters.Attempt<R> attempt) throws InterruptedException;

  /** Adapts the library's waiting list. */
  static WaitingList ofOurs() {
    Waiters<String> waiters = new Waiters<>();
    return new WaitingList() {
      @Override
      public int count() {
        return waiters.count();
      }

      @Override
      public void wakeOne() {
        waiters.wakeOne("one");
      }

      @Override
      public void wakeAll() {
        waiters.changed("all");
      }

      @Override
      public <R> R park(Waiters.Attempt<R> attempt) throws InterruptedException {
        R result;
        do {
          result = waiters.park(any -> true, attempt, Long.MAX_VALUE);
        } while (result == null);
        return result;
      }
    };
  }
}
