package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ListedHandlers;

/**
 * Takes the list's length as the next id, which a handler still in the list may have.
 *
 * @param <E> the type of the argument to the handlers
 */
@Rogue(
    trap = "ids derived from the list's length, which collide after a removal",
    caughtBy = RegistryRoguesTest.class)
public final class HandlersNumberedByLength<E> extends ListedHandlers<E> {
  @Override
  protected long nextId() {
    return current().size() + 1L;
  }
}
