package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.ProgressTest;
import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Uses no monitor, but still waits for the thread inside. */
@Rogue(
    trap = "a spin lock called lock-free: a stopped owner stops every thread",
    caughtBy = ProgressTest.class)
public final class StatusUnderSpinLock implements StatusSubject {
  private final AtomicBoolean inside = new AtomicBoolean();
  private Phase phase = Phase.IDLE;
  private long version;

  private void enter() {
    while (!inside.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  private void leave() {
    inside.set(false);
  }

  private boolean moveTo(Phase to) {
    boolean allowed = Phase.graph().allows(phase, to);
    if (allowed) {
      phase = to;
      version++;
    }
    return allowed;
  }

  @Override
  public boolean tryTransition(Phase from, Phase to) {
    enter();
    boolean moved = phase == from && moveTo(to);
    leave();
    return moved;
  }

  @Override
  public boolean tryTransition(long expectedVersion, Phase to) {
    enter();
    boolean moved = version == expectedVersion && moveTo(to);
    leave();
    return moved;
  }

  @Override
  public boolean transitionIfAllowed(Phase to) {
    enter();
    boolean moved = moveTo(to);
    leave();
    return moved;
  }

  @Override
  public String snapshot() {
    enter();
    String now = phase + "@" + version;
    leave();
    return now;
  }

  @Override
  public Phase state() {
    enter();
    Phase now = phase;
    leave();
    return now;
  }

  @Override
  public long version() {
    enter();
    long now = version;
    leave();
    return now;
  }
}
