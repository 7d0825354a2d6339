package io.latchless.stress.subjects;

import io.latchless.registry.Propagation;
import io.latchless.registry.ScopedHandlerRegistry;
import java.util.function.BooleanSupplier;

/** Handlers by dotted origin: the library's or a rogue. */
public interface ScopesSubject {
  /** Adds a handler that returns whether the emission continues; the result closes it. */
  Runnable subscribe(String origin, BooleanSupplier handler);

  void emit(String origin);

  /** Adapts the library's registry. */
  static ScopesSubject of(ScopedHandlerRegistry<BooleanSupplier> registry) {
    return new ScopesSubject() {
      @Override
      public Runnable subscribe(String origin, BooleanSupplier handler) {
        return registry.subscribe(origin, handler)::close;
      }

      @Override
      public void emit(String origin) {
        registry.emit(
            origin,
            "",
            (handler, event) -> handler.getAsBoolean() ? Propagation.CONTINUE : Propagation.STOP);
      }
    };
  }
}
