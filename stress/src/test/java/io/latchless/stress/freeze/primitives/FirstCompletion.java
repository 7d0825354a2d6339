package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.StatusHolder;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The first transition of a holder that completes a future; what it creates serves all later ones.
 */
public final class FirstCompletion implements FreezeScenario {
  private StatusHolder<Door, String> holder = holder();

  private static StatusHolder<Door, String> holder() {
    InstantSource stopped = () -> Instant.EPOCH;
    return StatusHolder.of(Door.GRAPH, "", stopped, ListenerErrorHandler.logging());
  }

  @Override
  public void setUp() {
    holder = holder();
    promise();
  }

  @Override
  public void victim() {
    holder.transition(Door.SHUT, "victim");
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("get", () -> holder.get()),
        new Bystander("whenReached", this::promise),
        new Bystander("transition", () -> holder.transition(Door.SHUT, "other")));
  }

  private void promise() {
    var unused = holder.whenReached(Door.SHUT, holder.version() + 1);
  }
}
