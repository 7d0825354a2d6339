package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks up the handlers of each supertype, also of one that it reaches by two ways. */
@Rogue(
    trap = "delivering twice to a handler that matches by two types",
    caughtBy = BusRoguesTest.class)
public final class BusThatAsksEveryType extends ListedBus {
  @Override
  protected Collection<Class<?>> types(Class<?> ofEvent) {
    List<Class<?>> types = new ArrayList<>();
    collect(ofEvent, types);
    return types;
  }
}
