package io.latchless.stress.subjects;

import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.QuiescentSubscription;
import java.time.Duration;

/** Handlers of one event that support a quiescent close: the library's or a rogue. */
public interface QuiescentSubject {
  /** The registration of one handler. */
  interface Registration {
    void close();

    /**
     * Returns true once the handler is not running and never will be; a zero timeout only checks.
     */
    boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException;
  }

  Registration subscribe(Runnable handler);

  void dispatch();

  /** Adapts the library's registry. */
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
