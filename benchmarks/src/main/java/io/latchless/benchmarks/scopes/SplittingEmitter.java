package io.latchless.benchmarks.scopes;

import io.latchless.registry.ScopedHandlerCall;
import java.util.Arrays;
import java.util.List;

/** Splits the origin and joins its remaining names for each level, as event buses often do. */
final class SplittingEmitter<H> extends ListEmitter<H> {
  @Override
  public <A> boolean emit(
      String origin, A event, ScopedHandlerCall<? super H, ? super A, RuntimeException> call) {
    List<String> names = origin.isEmpty() ? List.of() : Arrays.asList(origin.split("\\.", -1));
    for (int count = names.size(); count > 0; count--) {
      if (!callAll(String.join(".", names.subList(0, count)), event, call)) {
        return false;
      }
    }
    return callAll(GLOBAL, event, call);
  }
}
