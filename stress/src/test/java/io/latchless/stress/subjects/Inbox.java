package io.latchless.stress.subjects;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** A queue whose events a handler gets on an executor, one at a time and in order. */
public interface Inbox {
  /** Adds an event. */
  void send(int event);

  /** Creates an inbox. */
  @FunctionalInterface
  interface Factory {
    Inbox create(IntConsumer handler, Executor executor, int capacity);
  }

  /** Returns a queued subscription of the library. */
  static Inbox ours(IntConsumer handler, Executor executor, int capacity) {
    Topic<Integer> topic = Topic.of("inbox", Integer.class);
    EventBus bus = EventBus.builder().build();
    bus.subscribe(
        topic,
        handler::accept,
        SubscriptionOptions.queued().queueCapacity(capacity).on(executor).batchSize(4));
    return event -> bus.publish(topic, event);
  }
}
