package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ListedHandlers;
import io.latchless.stress.subjects.Turn;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads again after a failed compare-and-set, but publishes the array built before it.
 *
 * @param <E> the type of the argument to the handlers
 */
@Rogue(
    trap = "a retry that publishes an array built from a stale snapshot: a handler is lost",
    caughtBy = RegistryRoguesTest.class)
public final class HandlersLostInARetry<E> extends ListedHandlers<E> {
  @Override
  protected void update(UnaryOperator<List<Entry<E>>> change) {
    List<Entry<E>> seen = current();
    List<Entry<E>> next = change.apply(seen);
    Turn.linger(); // widens the race window for real threads
    while (!swap(seen, next)) {
      seen = current();
    }
  }
}
