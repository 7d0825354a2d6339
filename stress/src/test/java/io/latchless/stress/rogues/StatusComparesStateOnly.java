package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.StatusRoguesTest;
import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Checks the version, then compares and sets the state alone. */
@Rogue(
    trap = "ABA: a state that was left and entered again passes for unchanged",
    caughtBy = StatusRoguesTest.class)
@SuppressWarnings("NullAway") // its references are never null
public final class StatusComparesStateOnly implements StatusSubject {
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
  private final AtomicLong version = new AtomicLong();

  @Override
  public boolean tryTransition(Phase from, Phase to) {
    if (!Phase.graph().allows(from, to) || !phase.compareAndSet(from, to)) {
      return false;
    }
    version.incrementAndGet();
    return true;
  }

  @Override
  public boolean tryTransition(long expectedVersion, Phase to) {
    Phase seen = phase.get();
    return version.get() == expectedVersion && tryTransition(seen, to);
  }

  @Override
  public boolean transitionIfAllowed(Phase to) {
    for (Phase seen = phase.get(); Phase.graph().allows(seen, to); seen = phase.get()) {
      if (tryTransition(seen, to)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String snapshot() {
    return phase.get().name();
  }

  @Override
  public Phase state() {
    return phase.get();
  }

  @Override
  public long version() {
    return version.get();
  }
}
