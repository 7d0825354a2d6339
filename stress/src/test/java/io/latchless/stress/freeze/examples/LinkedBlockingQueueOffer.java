package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Not lock-free: a lock guards each end. */
public final class LinkedBlockingQueueOffer implements FreezeScenario {
  private LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(8);

  @Override
  public void setUp() {
    queue = new LinkedBlockingQueue<>(8);
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
