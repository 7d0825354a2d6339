package io.latchless.stress.subjects;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.Gathered;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Responders that all get the same requests, and answer with their names. */
public interface ResponderSubject {
  /** Creates a topic of requests, whose responders run on an executor. */
  @FunctionalInterface
  interface Factory {
    ResponderSubject create(Executor executor);
  }

  /** Adds a responder; may refuse a name that is taken with an IllegalArgumentException. */
  void respond(String name);

  /** Asks all responders, for a day or until some answers have come. */
  CompletableFuture<Gathered<String>> request(int answers);

  /** Returns a topic of the library. */
  static ResponderSubject ours(Executor executor) {
    RequestTopic<String, String> topic = RequestTopic.of("here", String.class, String.class);
    EventBus bus = EventBus.builder().build();
    return new ResponderSubject() {
      @Override
      public void respond(String name) {
        bus.respond(topic, name, asked -> name, SubscriptionOptions.queued().on(executor));
      }

      @Override
      public CompletableFuture<Gathered<String>> request(int answers) {
        return bus.request(topic, "question", Gather.atLeast(answers, Duration.ofDays(1)));
      }
    };
  }
}
