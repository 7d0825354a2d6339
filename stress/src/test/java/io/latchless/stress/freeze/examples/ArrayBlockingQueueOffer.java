package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/** Not lock-free: one lock guards everything. */
public final class ArrayBlockingQueueOffer implements FreezeScenario {
  private ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(8);

  @Override
  public void setUp() {
    queue = new ArrayBlockingQueue<>(8);
  }

  @Override
  public void victim() {
    queue.offer(1);
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("offer", () -> queue.offer(2)), new Bystander("poll", () -> queue.poll()));
  }
}
