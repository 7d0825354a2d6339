package io.latchless.stress.subjects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Handlers in a list that is replaced, and seats that say which list is being gone through. */
@SuppressWarnings("NullAway") // its reference is never null; an empty seat is
public class SeatedHandlers implements QuietSubject {
  private static final int SEATS = 8;

  private final AtomicReference<List<Runnable>> handlers = new AtomicReference<>(List.of());
  private final AtomicReferenceArray<List<Runnable>> seats = new AtomicReferenceArray<>(SEATS);

  protected final List<Runnable> handlers() {
    return handlers.get();
  }

  /** Takes a seat for a list; returns its number. */
  protected final int take(List<Runnable> list) {
    for (int seat = 0; ; seat = (seat + 1) % SEATS) {
      if (seats.compareAndSet(seat, null, list)) {
        return seat;
      }
    }
  }

  protected void leave(int seat) {
    seats.set(seat, null);
  }

  /** Takes a seat for the list that is current when it is taken; returns its number. */
  protected int sitDown() {
    for (; ; ) {
      List<Runnable> seen = handlers();
      int seat = take(seen);
      if (handlers() == seen) {
        return seat;
      }
      leave(seat);
    }
  }

  protected final void remove(Runnable handler) {
    handlers.updateAndGet(
        present -> {
          List<Runnable> fewer = new ArrayList<>(present);
          fewer.remove(handler);
          return fewer;
        });
  }

  /** Waits until no thread goes through a list with a handler; false if the time is up before. */
  protected boolean awaitNoneFor(Runnable handler, Duration timeout) {
    long start = System.nanoTime();
    while (isGoneThrough(handler)) {
      if (System.nanoTime() - start >= timeout.toNanos()) {
        return false;
      }
      Turn.pass();
    }
    return true;
  }

  protected final boolean isGoneThrough(Runnable handler) {
    for (int seat = 0; seat < SEATS; seat++) {
      List<Runnable> list = seats.get(seat);
      if (list != null && list.contains(handler)) {
        return true;
      }
    }
    return false;
  }

  protected boolean closeAndAwaitQuiet(Runnable handler, Duration timeout) {
    remove(handler);
    return awaitNoneFor(handler, timeout);
  }

  @Override
  public final Registration subscribe(Runnable handler) {
    handlers.updateAndGet(
        present -> {
          List<Runnable> more = new ArrayList<>(present);
          more.add(handler);
          return more;
        });
    return new Registration() {
      @Override
      public void close() {
        remove(handler);
      }

      @Override
      public boolean closeAndAwaitQuiet(Duration timeout) {
        return SeatedHandlers.this.closeAndAwaitQuiet(handler, timeout);
      }
    };
  }

  protected final void callAll(int seat) {
    seats.get(seat).forEach(Runnable::run);
  }

  @Override
  public void dispatch() {
    int seat = sitDown();
    try {
      callAll(seat);
    } finally {
      leave(seat);
    }
  }
}
