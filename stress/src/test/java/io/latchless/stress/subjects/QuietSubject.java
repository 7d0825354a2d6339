package io.latchless.stress.subjects;

import io.latchless.registry.QuietHandlerRegistry;
import io.latchless.registry.QuietSubscription;
import java.time.Duration;

/** Handlers of one kind of event that can be waited for when they are closed; ours or a rogue. */
public interface QuietSubject {
  /** That of one handler. */
  interface Registration {
    void close();

    /** True if the handler is not being called and never will be; a timeout of zero only looks. */
    boolean closeAndAwaitQuiet(Duration timeout) throws InterruptedException;
  }

  Registration subscribe(Runnable handler);

  void dispatch();

  /** One of ours. */
  static QuietSubject of(QuietHandlerRegistry<String, Runnable> registry) {
    return new QuietSubject() {
      @Override
      public Registration subscribe(Runnable handler) {
        QuietSubscription subscription = registry.subscribe("event", handler);
        return new Registration() {
          @Override
          public void close() {
            subscription.close();
          }

          @Override
          public boolean closeAndAwaitQuiet(Duration timeout) throws InterruptedException {
            return subscription.closeAndAwaitQuiet(timeout);
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
