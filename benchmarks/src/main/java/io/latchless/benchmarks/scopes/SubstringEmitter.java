package io.latchless.benchmarks.scopes;

import io.latchless.registry.Propagation;
import java.util.function.BiFunction;

/** Drops the origin's last name for each level. */
final class SubstringEmitter<H> extends ListEmitter<H> {
  @Override
  public <A> boolean emit(
      String origin, A event, BiFunction<? super H, ? super A, Propagation> call) {
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
