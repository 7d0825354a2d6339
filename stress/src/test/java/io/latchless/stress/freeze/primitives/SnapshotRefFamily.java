package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.SnapshotRef;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** All operations of {@link SnapshotRef}, with and without a listener. */
public final class SnapshotRefFamily implements FreezeFamily {
  private SnapshotRef<Long> ref = new SnapshotRef<>(0L);

  @Override
  public List<Start> starts() {
    return List.of(new Start("unheard", this::unheard), new Start("heard", this::heard));
  }

  private void unheard() {
    ref = new SnapshotRef<>(0L);
  }

  private void heard() {
    unheard();
    var unused = ref.addListener((before, after, version) -> {});
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("get", () -> ref.get()),
        new Bystander("snapshot", () -> ref.snapshot()),
        new Bystander("version", () -> ref.version()),
        new Bystander("set", () -> ref.set(System.nanoTime())),
        new Bystander("update", () -> ref.update(value -> value + 1)),
        new Bystander(
            "compareAndSet",
            () -> {
              var unused = ref.compareAndSet(ref.version(), -1L);
            }),
        new Bystander("addListenerAndClose", this::listen));
  }

  private void listen() {
    ref.addListener((before, after, version) -> {}).close();
  }
}
