package io.latchless.benchmarks.scopes;

import io.latchless.benchmarks.handlers.Unsubscriber;
import io.latchless.registry.ScopedHandlerCall;
import io.latchless.registry.ScopedHandlerRegistry;

/** Adapts a {@link ScopedHandlerRegistry}. */
record LatchlessEmitter<H>(ScopedHandlerRegistry<H> registry) implements Emitter<H> {
  @Override
  public Unsubscriber subscribe(String origin, H handler) {
    return registry.subscribe(origin, handler)::close;
  }

  @Override
  public <A> boolean emit(
      String origin, A event, ScopedHandlerCall<? super H, ? super A, RuntimeException> call) {
    return registry.emit(origin, event, call);
  }
}
