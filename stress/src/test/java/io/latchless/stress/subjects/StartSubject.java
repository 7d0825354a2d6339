package io.latchless.stress.subjects;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import java.util.function.IntConsumer;

/** A bus with one handler, which keeps events until it is started. */
public interface StartSubject {
  /** Creates a bus that has not started. */
  @FunctionalInterface
  interface Factory {
    StartSubject create(IntConsumer handler);
  }

  void publish(int event);

  void start();

  /** Returns a bus of the library. */
  static StartSubject ours(IntConsumer handler) {
    Topic<Integer> topic = Topic.of("here", Integer.class);
    EventBus bus = EventBus.builder().startBuffer(8).build();
    bus.subscribe(topic, handler::accept, SubscriptionOptions.queued().on(Runnable::run));
    return new StartSubject() {
      @Override
      public void publish(int event) {
        bus.publish(topic, event);
      }

      @Override
      public void start() {
        bus.start();
      }
    };
  }
}
