package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.SeatedHandlers;

/** Leaves its seat after all that the compiler says can be thrown. */
@Rogue(
    trap = "a seat that is not left after a checked exception that was not declared",
    caughtBy = RegistryRoguesTest.class)
public final class QuietSeatLeakedByCheckedException extends SeatedHandlers {
  @Override
  public void dispatch() {
    int seat = sitDown();
    try {
      callAll(seat);
    } catch (RuntimeException | Error thrown) {
      leave(seat);
      throw thrown;
    }
    leave(seat);
  }
}
