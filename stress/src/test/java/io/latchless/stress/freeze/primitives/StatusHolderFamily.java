package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.stress.Effort;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The operations of {@link StatusHolder} that do not wait, with waiters and listeners present. */
public final class StatusHolderFamily implements FreezeFamily {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final ParkedThread waiter = new ParkedThread();
  private StatusHolder<Door, String> holder = holder();

  private static StatusHolder<Door, String> holder() {
    InstantSource stopped = () -> Instant.EPOCH;
    return StatusHolder.of(Door.GRAPH, "", stopped, ListenerErrorHandler.logging());
  }

  @Override
  public List<Start> starts() {
    return Effort.firstOf(
        1,
        List.of(
            new Start("awaited", this::awaited),
            new Start("heard", this::heard),
            new Start("alone", this::alone)));
  }

  private void alone() {
    waiter.end();
    holder = holder();
  }

  private void awaited() {
    StatusHolder<Door, String> fresh = holder();
    holder = fresh;
    waiter.begin(() -> fresh.await(now -> false, FOR_EVER), fresh::waiterCount);
    var unused = holder.whenReached(Door.SHUT);
  }

  private void heard() {
    alone();
    var unused = holder.addListener(listener());
  }

  private static StatusListener<Door, String> listener() {
    return new Silent();
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("reads", this::reads),
        new Bystander("whenReached", this::whenReached),
        new Bystander("transition", () -> holder.transition(Door.SHUT, "shut")),
        new Bystander("transitionWith", () -> holder.transitionWith(Door.OPEN, data -> data)),
        new Bystander(
            "tryTransition",
            () -> {
              var unused = holder.tryTransition(Door.OPEN, Door.OPEN, "try");
            }),
        new Bystander(
            "tryTransitionFromVersion",
            () -> {
              var unused = holder.tryTransition(holder.version(), Door.OPEN, "version");
            }),
        new Bystander("transitionIfAllowed", () -> holder.transitionIfAllowed(Door.OPEN, "if")),
        new Bystander("addListenerAndClose", () -> holder.addListener(listener()).close()));
  }

  private void whenReached() {
    var unused = holder.whenReached(Door.SHUT, holder.version() + 1);
  }

  private void reads() {
    holder.get();
    holder.state();
    holder.version();
    holder.data();
    holder.waiterCount();
  }

  private static final class Silent implements StatusListener<Door, String> {
    @Override
    public void onStart(StatusSnapshot<Door, String> current) {}

    @Override
    public void onTransition(StatusSnapshot<Door, String> from, StatusSnapshot<Door, String> to) {}
  }
}
