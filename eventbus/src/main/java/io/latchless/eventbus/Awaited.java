package io.latchless.eventbus;

import io.latchless.primitives.internal.Waiters;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Collects the outcomes of one event, for the publisher that awaits them. */
final class Awaited {
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicInteger delivered = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();
  private final Queue<HandlerFailure> failures = new ConcurrentLinkedQueue<>();
  private final Waiters<Awaited> waiters = new Waiters<>();

  /** Expects one outcome more. */
  void offered() {
    pending.getAndIncrement();
  }

  void delivered() {
    delivered.getAndIncrement();
    ended();
  }

  void failed(HandlerFailure failure) {
    failures.add(failure);
    ended();
  }

  void dropped() {
    dropped.getAndIncrement();
    ended();
  }

  private void ended() {
    if (pending.decrementAndGet() == 0) {
      waiters.changed(this);
    }
  }

  /** Waits until no outcome is pending, or the time is up. */
  void await(long nanos) throws InterruptedException {
    Waiters.Attempt<Boolean> isOver = () -> pending.get() == 0 ? true : null;
    if (isOver.tryNow() == null && nanos > 0) {
      @Nullable Boolean unused = waiters.park(changed -> true, isOver, nanos);
    }
  }

  Delivery delivery(PublishResult result) {
    int left = pending.get();
    return new Delivery(result, delivered.get(), dropped.get(), left, List.copyOf(failures));
  }
}
