package io.latchless.stress.subjects;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import java.util.function.IntConsumer;

/** A topic that retains its newest event. */
public interface RetainedSubject {
  void publish(int event);

  /** Adds a handler of the events from now on. */
  void subscribe(IntConsumer handler);

  /** Adds a handler of the newest event and of those from now on. */
  void subscribeWithLatest(IntConsumer handler);

  /** Returns a retained topic of the library. */
  static RetainedSubject ours() {
    Topic<Integer> topic = Topic.of("here", Integer.class);
    EventBus bus = EventBus.builder().retain(topic).build();
    return new RetainedSubject() {
      @Override
      public void publish(int event) {
        bus.publish(topic, event);
      }

      @Override
      public void subscribe(IntConsumer handler) {
        bus.subscribe(topic, handler::accept, SubscriptionOptions.direct());
      }

      @Override
      public void subscribeWithLatest(IntConsumer handler) {
        bus.subscribe(
            topic, handler::accept, SubscriptionOptions.queued().on(Runnable::run).withLatest());
      }
    };
  }
}
