package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.StatusRoguesTest;
import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicLong;

/** Changes between live states correctly, but ends with a check and a plain store. */
@Rogue(
    trap = "a terminal status is overwritten by a late writer",
    caughtBy = StatusRoguesTest.class)
@SuppressWarnings("EnumOrdinal") // the word holds ordinals
public final class StatusOverwritesTerminal implements StatusSubject {
  private static final int STATES = Phase.values().length;

  private final AtomicLong word = new AtomicLong();

  private static Phase phaseOf(long seen) {
    return Phase.values()[(int) (seen % STATES)];
  }

  private static long next(long seen, Phase to) {
    return (seen / STATES + 1) * STATES + to.ordinal();
  }

  @Override
  public boolean tryTransition(Phase from, Phase to) {
    long seen = word.get();
    return phaseOf(seen) == from
        && Phase.graph().allows(from, to)
        && word.compareAndSet(seen, next(seen, to));
  }

  @Override
  public boolean tryTransition(long expectedVersion, Phase to) {
    long seen = word.get();
    return seen / STATES == expectedVersion
        && Phase.graph().allows(phaseOf(seen), to)
        && word.compareAndSet(seen, next(seen, to));
  }

  @Override
  public boolean transitionIfAllowed(Phase to) {
    long seen = word.get();
    if (!Phase.graph().allows(phaseOf(seen), to)) {
      return false;
    }
    Turn.linger(); // widens the race window for real threads
    word.set(next(seen, to));
    return true;
  }

  @Override
  public String snapshot() {
    long seen = word.get();
    return phaseOf(seen) + "@" + seen / STATES;
  }

  @Override
  public Phase state() {
    return phaseOf(word.get());
  }

  @Override
  public long version() {
    return word.get() / STATES;
  }
}
