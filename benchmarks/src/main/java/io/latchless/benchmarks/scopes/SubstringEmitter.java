package io.latchless.benchmarks.scopes;

import io.latchless.registry.ScopedHandlerCall;

/** Drops the origin's last name for each level. */
final class SubstringEmitter<H> extends ListEmitter<H> {
  @Override
  public <A> boolean emit(
      String origin, A event, ScopedHandlerCall<? super H, ? super A, RuntimeException> call) {
    String level = origin;
    while (callAll(level, event, call)) {
      if (level.isEmpty()) {
        return true;
      }
      level = Levels.above(level);
    }
    return false;
  }
}
