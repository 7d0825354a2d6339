package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/** Unusable: an operation of the others waits for an element that no thread will add. */
public final class BlockingOthers implements FreezeScenario {
  private ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);

  @Override
  public void setUp() {
    queue = new ArrayBlockingQueue<>(1);
  }

  @Override
  public void victim() {
    queue.add(1);
    queue.clear();
  }

  @Override
  public List<Bystander> others() {
    return List.of(new Bystander("take", this::take));
  }

  private void take() {
    try {
      queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
