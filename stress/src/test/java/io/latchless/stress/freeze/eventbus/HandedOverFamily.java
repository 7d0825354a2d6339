package io.latchless.stress.freeze.eventbus;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Subscriptions whose tasks are handed over to workers. A worker frozen in a handler's batch holds
 * up that subscription, and no other one.
 */
public final class HandedOverFamily implements FreezeFamily {
  private static final Topic<Integer> SHARED = Topic.of("shared", Integer.class);

  private final AtomicLong names = new AtomicLong();
  private Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private EventBus bus = EventBus.builder().build();

  @Override
  public List<Start> starts() {
    return List.of(new Start("waiting", this::waiting));
  }

  private void waiting() {
    Queue<Runnable> line = new ConcurrentLinkedQueue<>();
    EventBus fresh = EventBus.builder().build();
    fresh.subscribe(SHARED, event -> {}, handedTo(line::add));
    fresh.subscribeBatches(SHARED, events -> {}, handedTo(line::add).strict());
    fresh.publish(SHARED, 1);
    fresh.publish(SHARED, 2);
    tasks = line;
    bus = fresh;
  }

  private static SubscriptionOptions handedTo(Executor executor) {
    return SubscriptionOptions.queued().queueCapacity(4).batchSize(2).on(executor);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("publish", () -> bus.publish(SHARED, 3)),
        new Bystander("work", this::work),
        new Bystander("handOverOwn", this::handOverOwn),
        new Bystander("closeQuietly", this::closeQuietly));
  }

  private void work() {
    Runnable task = tasks.poll();
    if (task != null) {
      task.run();
    }
  }

  /** Subscribes with an executor of its own, publishes, runs the tasks, and closes. */
  private void handOverOwn() {
    Topic<Integer> own = Topic.of("own" + names.incrementAndGet(), Integer.class);
    Queue<Runnable> line = new ConcurrentLinkedQueue<>();
    AtomicInteger handled = new AtomicInteger();
    try (BusSubscription subscription =
        bus.subscribe(own, event -> handled.addAndGet(event), handedTo(line::add))) {
      bus.publish(own, 1);
      for (Runnable task = line.poll(); task != null; task = line.poll()) {
        task.run();
      }
      if (handled.get() != 1) {
        throw new IllegalStateException(subscription + " handled " + handled);
      }
    }
  }

  /** The handler of this subscription is never called, so it is quiet at once. */
  private void closeQuietly() {
    try (BusSubscription subscription = bus.subscribe(SHARED, event -> {}, handedTo(task -> {}))) {
      if (!subscription.closeAndAwaitQuiescence(Duration.ZERO)) {
        throw new IllegalStateException(subscription + " is not quiet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
