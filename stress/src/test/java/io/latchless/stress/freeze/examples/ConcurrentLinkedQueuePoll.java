package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lock-free: a poll frozen anywhere lets others offer and poll. */
public final class ConcurrentLinkedQueuePoll implements FreezeScenario {
  private ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();

  @Override
  public void setUp() {
    queue = new ConcurrentLinkedQueue<>(List.of(1, 2));
  }

  @Override
  public void victim() {
    queue.poll();
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("offer", () -> queue.add(4)), new Bystander("poll", () -> queue.poll()));
  }
}
