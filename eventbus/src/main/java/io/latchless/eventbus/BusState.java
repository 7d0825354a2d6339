package io.latchless.eventbus;

import io.latchless.metrics.Counter;
import io.latchless.primitives.internal.HazardSlots;
import io.latchless.primitives.internal.Waiters;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What a bus shares with its subscriptions: counts, waiting threads, and calls of handlers. */
final class BusState {
  private static final int INITIAL_SLOTS =
      4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors());

  /** What a hazard slot protects while direct handlers are called. */
  abstract static class DirectHandlers extends HazardSlots.Guarded {}

  /** The counts of all subscriptions, present and past. */
  final Ledger ledger = new Ledger();

  /** Counts the tasks that executors have rejected. */
  final Counter rejections = new Counter();

  /** The handlers that are being called, and the threads that call them. */
  final HazardSlots running = new HazardSlots(INITIAL_SLOTS);

  private final Waiters<BusState> idle = new Waiters<>();
  private final Consumer<? super HandlerFailure> onFailure;
  private final LongSupplier clock;
  private final Consumer<HandlerFailure> publishFailure;
  private final Consumer<SlowSubscriber> publishSlow;

  BusState(
      Consumer<? super HandlerFailure> onFailure,
      LongSupplier clock,
      Consumer<HandlerFailure> publishFailure,
      Consumer<SlowSubscriber> publishSlow) {
    this.onFailure = onFailure;
    this.clock = clock;
    this.publishFailure = publishFailure;
    this.publishSlow = publishSlow;
  }

  /** Waits until nothing was under way, or the time is up. */
  boolean awaitIdle(long nanos) throws InterruptedException {
    return awaitIdle(
        () -> ledger.wasIdle(() -> running.isAnyTaken(DirectHandlers.class)) ? true : null, nanos);
  }

  /** Waits until nothing was under way to a queued subscription, or the time is up. */
  boolean awaitIdle(Ledger ofQueued, long nanos) throws InterruptedException {
    return awaitIdle(() -> ofQueued.wasIdle(() -> false) ? true : null, nanos);
  }

  private boolean awaitIdle(Waiters.Attempt<Boolean> wasIdle, long nanos)
      throws InterruptedException {
    return wasIdle.tryNow() != null
        || (nanos > 0 && idle.park(changed -> true, wasIdle, nanos) != null);
  }

  /** Called after each outcome was counted. */
  void outcome() {
    if (idle.count() != 0) {
      idle.changed(this);
    }
  }

  void reportSlow(SlowSubscriber slow) {
    publishSlow.accept(slow);
  }

  /** Returns whether the calling thread runs a handler of this bus. */
  boolean isInHandler() {
    return running.isHeldBy(Thread.currentThread());
  }

  void requireOutsideOfHandlers(String method, String instead) {
    if (isInHandler()) {
      throw new IllegalStateException(
          method
              + " was called by a handler of the same bus, and might wait for it; call "
              + instead
              + " instead");
    }
  }

  long nanoTime() {
    return clock.getAsLong();
  }

  /** Tells the function of the builder and the topic of failures. */
  void report(HandlerFailure failure) {
    try {
      onFailure.accept(failure);
      if (isAboutFailures(failure.event())) {
        logFailure(failure);
      } else {
        publishFailure.accept(failure);
      }
    } catch (Throwable thrown) {
      tellThread(thrown);
    }
  }

  private static boolean isAboutFailures(Object event) {
    return event instanceof HandlerFailure
        || (event instanceof List<?> batch
            && !batch.isEmpty()
            && batch.get(0) instanceof HandlerFailure);
  }

  static void logFailure(HandlerFailure failure) {
    System.getLogger("io.latchless.eventbus")
        .log(
            Level.WARNING,
            "the handler of subscription \"" + failure.subscription() + "\" threw an exception",
            failure.thrown());
  }

  /** The last resort, as in ListenerErrorHandler: what this throws as well is dropped. */
  @SuppressWarnings("EmptyCatch")
  static void tellThread(Throwable thrown) {
    Thread self = Thread.currentThread();
    try {
      self.getUncaughtExceptionHandler().uncaughtException(self, thrown);
    } catch (Throwable ofTheHandler) {
      // No other place is left to report to.
    }
  }
}
