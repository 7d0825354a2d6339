package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.AtomicStatus;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** All operations of {@link AtomicStatus}. */
public final class AtomicStatusFamily implements FreezeFamily {
  private AtomicStatus<Door> status = new AtomicStatus<>(Door.GRAPH);

  @Override
  public List<Start> starts() {
    return List.of(new Start("open", this::open), new Start("terminal", this::terminal));
  }

  private void open() {
    status = new AtomicStatus<>(Door.GRAPH);
  }

  private void terminal() {
    open();
    status.transition(Door.GONE);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("reads", this::reads),
        new Bystander(
            "tryTransition",
            () -> {
              var unused = status.tryTransition(Door.OPEN, Door.OPEN);
            }),
        new Bystander("tryTransitionFromVersion", this::fromVersion),
        new Bystander("transitionIfAllowed", () -> status.transitionIfAllowed(Door.SHUT)),
        new Bystander("transition", this::transition));
  }

  private void reads() {
    long stamp = status.stamp();
    status.get();
    status.isIn(Door.SHUT);
    status.version();
    status.graph();
    status.stateOf(stamp);
    status.versionOf(stamp);
  }

  private void fromVersion() {
    if (!status.isIn(Door.GONE)) {
      var unused = status.tryTransition(status.version(), Door.OPEN);
    }
  }

  private void transition() {
    if (!status.isIn(Door.GONE)) {
      status.transition(Door.OPEN);
    }
  }
}
