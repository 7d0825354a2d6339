package io.latchless.stress.subjects;

import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.QuiescentSubscription;
import java.time.Duration;

/** Handlers of one kind of event that can be waited for when they are closed; ours or a rogue. */
public interface QuiescentSubject {
  /** That of one handler. */
  interface Registration {
    void close();

    /** True if the handler is not being called and never will be; a timeout of zero only looks. */
    boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException;
  }

  Registration subscribe(Runnable handler);

  void dispatch();

  /** One of ours. */
  static QuiescentSubject of(QuiescentHandlerRegistry<String, Runnable> registry) {
    return new QuiescentSubject() {
      @Override
      public Registration subscribe(Runnable handler) {
        QuiescentSubscription subscription = registry.subscribe("event", handler);
        return new Registration() {
          @Override
          public void close() {
            subscription.close();
          }

          @Override
          public boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException {
            return subscription.closeAndAwaitQuiescence(timeout);
          }
        };
      }

      @Override
      public void dispatch() {
        registry.dispatch("event", "", (handler, event) -> handler.run());
      }
    };
  }
}
