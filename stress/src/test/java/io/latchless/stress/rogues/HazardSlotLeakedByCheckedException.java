package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;

/** Leaves its slot after all that the compiler says can be thrown. */
@Rogue(
    trap = "a slot that is not left after a checked exception that was not declared",
    caughtBy = RegistryRoguesTest.class)
public final class HazardSlotLeakedByCheckedException extends ProtectedHandlers {
  @Override
  public void dispatch() {
    int slot = protect();
    try {
      callAll(slot);
    } catch (RuntimeException | Error thrown) {
      leave(slot);
      throw thrown;
    }
    leave(slot);
  }
}
