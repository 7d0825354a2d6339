package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.TransitionGraph;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The queries of {@link TransitionGraph}. */
public final class TransitionGraphFamily implements FreezeFamily {
  private TransitionGraph<Door> graph = Door.GRAPH;

  @Override
  public List<Start> starts() {
    return List.of(new Start("built", () -> graph = Door.GRAPH));
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("initial", () -> graph.initial()),
        new Bystander("allows", () -> graph.allows(Door.OPEN, Door.SHUT)),
        new Bystander("canReach", () -> graph.canReach(Door.GONE, Door.OPEN)),
        new Bystander("isTerminal", () -> graph.isTerminal(Door.GONE)),
        new Bystander("successors", () -> graph.successors(Door.OPEN)),
        new Bystander("terminals", () -> graph.terminals()));
  }
}
