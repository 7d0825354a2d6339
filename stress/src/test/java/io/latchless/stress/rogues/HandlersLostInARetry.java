package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ListedHandlers;
import io.latchless.stress.subjects.Turn;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Looks again after a lost compare-and-set, and publishes what it had made before.
 *
 * @param <E> what the handlers are given
 */
@Rogue(
    trap = "a retry with what was made from a stale snapshot: a handler is lost",
    caughtBy = RegistryRoguesTest.class)
public final class HandlersLostInARetry<E> extends ListedHandlers<E> {
  @Override
  protected void update(UnaryOperator<List<Entry<E>>> change) {
    List<Entry<E>> seen = current();
    List<Entry<E>> next = change.apply(seen);
    Turn.linger(); // for real threads to fall into it
    while (!swap(seen, next)) {
      seen = current();
    }
  }
}
