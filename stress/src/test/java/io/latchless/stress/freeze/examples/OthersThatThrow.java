package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Unusable: an operation of the others fails instead of completing. */
public final class OthersThatThrow implements FreezeScenario {
  private ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();

  @Override
  public void setUp() {
    queue = new ConcurrentLinkedQueue<>();
  }

  @Override
  public void victim() {
    queue.add(1);
  }

  @Override
  public List<Bystander> others() {
    return List.of(new Bystander("remove", () -> queue.remove()));
  }
}
