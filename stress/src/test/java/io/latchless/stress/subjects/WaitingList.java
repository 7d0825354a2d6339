package io.latchless.stress.subjects;

import io.latchless.primitives.internal.Waiters;

/** Threads that are parked until what they attempt yields something, ours or a rogue. */
public interface WaitingList {
  /** How many wait. */
  int count();

  /** Wakes the thread that has waited longest. */
  void wakeOne();

  /** Wakes all. */
  void wakeAll();

  /** Parks until an attempt yields something, and returns that. */
  <R> R park(Waiters.Attempt<R> attempt) throws InterruptedException;

  /** Ours. */
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
