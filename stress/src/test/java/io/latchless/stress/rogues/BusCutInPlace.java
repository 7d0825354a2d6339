package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;
import java.util.List;

/** Removes a subscription from the very list that a publication may be walking through. */
@Rogue(
    trap = "cutting the list of subscriptions while a publication walks it: the next is skipped",
    caughtBy = BusRoguesTest.class)
public final class BusCutInPlace extends ListedBus {
  @Override
  protected List<Entry> without(List<Entry> present, long id) {
    present.removeIf(each -> each.id() == id);
    return present;
  }
}
