package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Not lock-free despite having "no locks": other threads wait until a compare-and-set is undone.
 */
public final class SpinLockAdd implements FreezeScenario {
  private Total total = new Total();

  @Override
  public void setUp() {
    total = new Total();
  }

  @Override
  public void victim() {
    total.add(1);
  }

  @Override
  public List<Bystander> others() {
    return List.of(new Bystander("add", () -> total.add(2)));
  }

  private static final class Total {
    private final AtomicBoolean busy = new AtomicBoolean();
    private long value;

    long add(long amount) {
      while (!busy.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
      value += amount;
      long sum = value;
      busy.set(false);
      return sum;
    }
  }
}
