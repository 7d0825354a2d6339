package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Lock-free: a loop that reads, computes and compares-and-sets. */
public final class CasLoopAdd implements FreezeScenario {
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
    private final AtomicLong value = new AtomicLong();

    void add(long amount) {
      long seen = value.get();
      while (!value.compareAndSet(seen, seen + amount)) {
        stepAside();
        seen = value.get();
      }
    }

    /** Runs only after a lost compare-and-set. */
    private static void stepAside() {
      Thread.onSpinWait();
    }
  }
}
