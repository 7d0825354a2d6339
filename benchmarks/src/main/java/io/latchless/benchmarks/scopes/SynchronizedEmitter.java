package io.latchless.benchmarks.scopes;

import io.latchless.benchmarks.handlers.Unsubscriber;
import io.latchless.registry.Propagation;
import io.latchless.registry.ScopedHandlerCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A map behind its monitor. An emission collects the handlers of all levels under the monitor, so
 * that they are consistent, and calls them afterwards.
 */
final class SynchronizedEmitter<H> implements Emitter<H> {
  private final Map<String, List<H>> handlers = new HashMap<>();

  @Override
  public Unsubscriber subscribe(String origin, H handler) {
    synchronized (handlers) {
      handlers.computeIfAbsent(origin, key -> new ArrayList<>()).add(handler);
    }
    return () -> remove(origin, handler);
  }

  private void remove(String origin, H handler) {
    synchronized (handlers) {
      handlers.computeIfPresent(
          origin,
          (key, present) -> {
            present.remove(handler);
            return present.isEmpty() ? null : present;
          });
    }
  }

  @Override
  public <A> boolean emit(
      String origin, A event, ScopedHandlerCall<? super H, ? super A, RuntimeException> call) {
    for (H handler : chain(origin)) {
      if (call.call(handler, event) == Propagation.STOP) {
        return false;
      }
    }
    return true;
  }

  private List<H> chain(String origin) {
    List<H> chain = new ArrayList<>();
    synchronized (handlers) {
      for (String level = origin; ; level = Levels.above(level)) {
        List<H> found = handlers.get(level);
        if (found != null) {
          chain.addAll(found);
        }
        if (level.isEmpty()) {
          return chain;
        }
      }
    }
  }
}
