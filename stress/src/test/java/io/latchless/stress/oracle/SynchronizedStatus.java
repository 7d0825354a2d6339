package io.latchless.stress.oracle;

import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;

/** A status behind a monitor. */
public final class SynchronizedStatus implements StatusSubject {
  private Phase phase = Phase.IDLE;
  private long version;

  @Override
  public synchronized boolean tryTransition(Phase from, Phase to) {
    return phase == from && transitionIfAllowed(to);
  }

  @Override
  public synchronized boolean tryTransition(long expectedVersion, Phase to) {
    return version == expectedVersion && transitionIfAllowed(to);
  }

  @Override
  public synchronized boolean transitionIfAllowed(Phase to) {
    boolean allowed = Phase.graph().allows(phase, to);
    if (allowed) {
      phase = to;
      version++;
    }
    return allowed;
  }

  @Override
  public synchronized String snapshot() {
    return phase + "@" + version;
  }

  @Override
  public synchronized Phase state() {
    return phase;
  }

  @Override
  public synchronized long version() {
    return version;
  }
}
