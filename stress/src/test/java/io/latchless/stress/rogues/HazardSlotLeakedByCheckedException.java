package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;

/** Releases its slot only for the exceptions that the compiler considers possible. */
@Rogue(
    trap = "a hazard slot is not released after an undeclared checked exception",
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
