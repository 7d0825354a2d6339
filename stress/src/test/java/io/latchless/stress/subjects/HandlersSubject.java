package io.latchless.stress.subjects;

import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.HandlerSubscription;
import io.latchless.registry.Propagation;
import io.latchless.registry.ScopedHandlerRegistry;
import java.util.function.Consumer;

/**
 * Handlers by key: the library's or a rogue.
 *
 * @param <E> the type of the argument to the handlers
 */
public interface HandlersSubject<E> {
  /**
   * The registration of one handler.
   *
   * @param id the id, unique among all handlers
   * @param end closes the registration
   */
  record Registration(long id, Runnable end) {
    public void close() {
      end.run();
    }

    private static Registration of(HandlerSubscription subscription) {
      return new Registration(subscription.id(), subscription::close);
    }
  }

  Registration subscribe(int key, Consumer<? super E> handler);

  void dispatch(int key, E event);

  /** Adapts the library's registry. */
  static <E> HandlersSubject<E> of(HandlerRegistry<Integer, Consumer<? super E>> registry) {
    return new HandlersSubject<>() {
      @Override
      public Registration subscribe(int key, Consumer<? super E> handler) {
        return Registration.of(registry.subscribe(key, handler));
      }

      @Override
      public void dispatch(int key, E event) {
        registry.dispatch(key, event, Consumer::accept);
      }
    };
  }

  /** Adapts the library's scoped registry; its keys are scopes, and events originate below them. */
  static <E> HandlersSubject<E> of(ScopedHandlerRegistry<Consumer<? super E>> registry) {
    return new HandlersSubject<>() {
      @Override
      public Registration subscribe(int key, Consumer<? super E> handler) {
        return Registration.of(registry.subscribe("scope." + key, handler));
      }

      @Override
      public void dispatch(int key, E event) {
        registry.emit(
            "scope." + key + ".below",
            event,
            (handler, given) -> {
              handler.accept(given);
              return Propagation.CONTINUE;
            });
      }
    };
  }
}
