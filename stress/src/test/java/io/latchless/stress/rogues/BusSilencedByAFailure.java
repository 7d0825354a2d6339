package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;

/** Lets what a handler throws end the publication. */
@Rogue(trap = "one handler that throws silences the rest", caughtBy = BusRoguesTest.class)
public final class BusSilencedByAFailure extends ListedBus {
  @Override
  protected void call(Entry entry, Object event) {
    entry.handler().accept(event);
  }
}
