package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.StatusRoguesTest;
import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import io.latchless.stress.subjects.Turn;

/** Checks that the transition is legal, then stores it over changes made in the meantime. */
@Rogue(trap = "status by read, then store: an update is lost", caughtBy = StatusRoguesTest.class)
@SuppressWarnings("NonAtomicVolatileUpdate") // the mistake on show
public final class StatusReadThenStore implements StatusSubject {
  private volatile Phase phase = Phase.IDLE;
  private volatile long version;

  @Override
  public boolean tryTransition(Phase from, Phase to) {
    if (phase != from || !Phase.graph().allows(from, to)) {
      return false;
    }
    Turn.linger(); // widens the race window for real threads
    phase = to;
    version++;
    return true;
  }

  @Override
  public boolean tryTransition(long expectedVersion, Phase to) {
    return version == expectedVersion && tryTransition(phase, to);
  }

  @Override
  public boolean transitionIfAllowed(Phase to) {
    return tryTransition(phase, to);
  }

  @Override
  public String snapshot() {
    return phase + "@" + version;
  }

  @Override
  public Phase state() {
    return phase;
  }

  @Override
  public long version() {
    return version;
  }
}
