package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Unusable: takes its JVM down in the middle of a walk, with an exit code of zero. */
public final class ChildThatDies implements FreezeScenario {
  private static final int RUNS_OF_THE_WARM_UP = 300;

  private final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
  private int runs;

  @Override
  public void setUp() {
    runs++;
  }

  @Override
  public void victim() {
    queue.add(runs);
    if (runs > RUNS_OF_THE_WARM_UP) {
      Runtime.getRuntime().halt(0);
    }
  }

  @Override
  public List<Bystander> others() {
    return List.of(new Bystander("poll", () -> queue.poll()));
  }
}
