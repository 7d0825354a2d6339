package io.latchless.stress.subjects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Handlers in a copy-on-write list, with hazard slots that protect the lists being iterated. */
@SuppressWarnings("NullAway") // its reference is never null; an empty slot is
public class ProtectedHandlers implements QuiescentSubject {
  private static final int SLOTS = 8;

  private final AtomicReference<List<Runnable>> handlers = new AtomicReference<>(List.of());
  private final AtomicReferenceArray<List<Runnable>> slots = new AtomicReferenceArray<>(SLOTS);

  protected final List<Runnable> handlers() {
    return handlers.get();
  }

  /** Protects a list with a hazard slot, and returns the slot's number. */
  protected final int take(List<Runnable> list) {
    for (int slot = 0; ; slot = (slot + 1) % SLOTS) {
      if (slots.compareAndSet(slot, null, list)) {
        return slot;
      }
    }
  }

  protected void leave(int slot) {
    slots.set(slot, null);
  }

  /** Protects the list that is current once the slot is taken, and returns the slot's number. */
  protected int protect() {
    for (; ; ) {
      List<Runnable> seen = handlers();
      int slot = take(seen);
      if (handlers() == seen) {
        return slot;
      }
      leave(slot);
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

  /** Waits until no thread iterates over a list with the handler; false on timeout. */
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
    for (int slot = 0; slot < SLOTS; slot++) {
      List<Runnable> list = slots.get(slot);
      if (list != null && list.contains(handler)) {
        return true;
      }
    }
    return false;
  }

  protected boolean closeAndAwaitQuiescence(Runnable handler, Duration timeout) {
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
      public boolean closeAndAwaitQuiescence(Duration timeout) {
        return ProtectedHandlers.this.closeAndAwaitQuiescence(handler, timeout);
      }
    };
  }

  protected final void callAll(int slot) {
    slots.get(slot).forEach(Runnable::run);
  }

  @Override
  public void dispatch() {
    int slot = protect();
    try {
      callAll(slot);
    } finally {
      leave(slot);
    }
  }
}
