package io.latchless.benchmarks.scopes;

import io.latchless.benchmarks.handlers.Unsubscriber;
import io.latchless.registry.ScopedHandlerCall;
import io.latchless.registry.ScopedHandlerRegistry;

/**
 * The operations of a {@link ScopedHandlerRegistry}, for ours, the mutex and the peers.
 *
 * @param <H> the type of the handlers
 */
interface Emitter<H> {
  /** The origin above all others. */
  String GLOBAL = ScopedHandlerRegistry.GLOBAL;

  /** See {@link ScopedHandlerRegistry#subscribe(String, Object)}. */
  Unsubscriber subscribe(String origin, H handler);

  /** See {@link ScopedHandlerRegistry#emit(String, Object, ScopedHandlerCall)}. */
  <A> boolean emit(
      String origin, A event, ScopedHandlerCall<? super H, ? super A, RuntimeException> call);
}
