package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;

/** Not lock-free: a monitor guards one number. */
public final class SynchronizedAdd implements FreezeScenario {
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
    private long value;

    long add(long amount) {
      long doubled = 2 * amount;
      synchronized (this) {
        value += doubled;
        return value;
      }
    }
  }
}
