package io.latchless.benchmarks.scopes;

import io.latchless.benchmarks.handlers.CopyOnWriteLists;
import io.latchless.benchmarks.handlers.Unsubscriber;
import io.latchless.registry.Propagation;
import io.latchless.registry.ScopedHandlerCall;

/** The JDK's concurrent map from origins to its copy-on-write lists, with one lookup per level. */
abstract class ListEmitter<H> implements Emitter<H> {
  private final CopyOnWriteLists<H> handlers = new CopyOnWriteLists<>();

  @Override
  public final Unsubscriber subscribe(String origin, H handler) {
    return handlers.add(origin, handler);
  }

  /** Calls the handlers of one level; returns false if one of them has stopped the emission. */
  final <A> boolean callAll(
      String level, A event, ScopedHandlerCall<? super H, ? super A, RuntimeException> call) {
    for (H handler : handlers.of(level)) {
      if (call.call(handler, event) == Propagation.STOP) {
        return false;
      }
    }
    return true;
  }
}
