package io.latchless.stress.subjects;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import java.util.function.Consumer;

/** The routes of a bus whose handlers run on the publishers' threads. */
public interface SmallBus {
  /** Adds a handler for what is published to a topic or below. */
  <E> Registration subscribe(Topic<E> topic, Consumer<? super E> handler);

  /** Calls the handlers of an event. */
  <E> void publish(Topic<E> topic, E event);

  /** Returns a bus of the library, with direct subscriptions. */
  static SmallBus ours() {
    EventBus bus = EventBus.builder().onFailure(failure -> {}).build();
    return new SmallBus() {
      @Override
      public <E> Registration subscribe(Topic<E> topic, Consumer<? super E> handler) {
        BusSubscription added = bus.subscribe(topic, handler::accept, SubscriptionOptions.direct());
        return new Registration(added.id(), added::close);
      }

      @Override
      public <E> void publish(Topic<E> topic, E event) {
        bus.publish(topic, event);
      }
    };
  }
}
