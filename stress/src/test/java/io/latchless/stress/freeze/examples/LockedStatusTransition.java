package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Not lock-free: a status guarded by a mutex, whose readers are stopped as well. */
public final class LockedStatusTransition implements FreezeScenario {
  private LockedStatus status = new LockedStatus();

  @Override
  public void setUp() {
    status = new LockedStatus();
  }

  @Override
  public void victim() {
    status.transition(1);
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("get", () -> status.get()),
        new Bystander("transition", () -> status.transition(2)));
  }

  private static final class LockedStatus {
    private final ReentrantLock lock = new ReentrantLock();
    private int state;
    private long version;

    int get() {
      lock.lock();
      try {
        return state;
      } finally {
        lock.unlock();
      }
    }

    long transition(int next) {
      lock.lock();
      try {
        state = next;
        version++;
        return version;
      } finally {
        lock.unlock();
      }
    }
  }
}
