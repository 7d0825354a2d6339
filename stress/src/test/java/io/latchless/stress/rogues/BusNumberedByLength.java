package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;

/** Takes the list's length as the next id, which a subscription still in the list may have. */
@Rogue(
    trap = "a bus makes ids from the length of its list: closing one subscription ends another",
    caughtBy = BusRoguesTest.class)
public final class BusNumberedByLength extends ListedBus {
  @Override
  protected long nextId(int present) {
    return present + 1L;
  }
}
