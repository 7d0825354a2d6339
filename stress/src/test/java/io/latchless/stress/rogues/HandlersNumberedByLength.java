package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ListedHandlers;

/**
 * The next id is the length of the list, and so may be that of one that is still there.
 *
 * @param <E> what the handlers are given
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
