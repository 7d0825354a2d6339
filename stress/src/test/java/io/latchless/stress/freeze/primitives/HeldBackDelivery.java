package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.SnapshotRef;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A publication with a listener: a thread frozen while it delivers delays the listeners'
 * notifications, and nothing else.
 */
public final class HeldBackDelivery implements FreezeScenario {
  private final AtomicLong told = new AtomicLong();
  private SnapshotRef<Long> ref = new SnapshotRef<>(0L);

  @Override
  public void setUp() {
    AtomicLong newest = told;
    newest.set(0);
    ref = new SnapshotRef<>(0L);
    var unused = ref.addListener((before, after, version) -> newest.set(version));
  }

  @Override
  public void victim() {
    ref.set(System.nanoTime());
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("get", () -> ref.get()),
        new Bystander("set", () -> ref.set(System.nanoTime())),
        new Bystander(
            "compareAndSet",
            () -> {
              var unused = ref.compareAndSet(ref.version(), -1L);
            }),
        new Bystander(
            "addListenerAndClose", () -> ref.addListener((before, after, version) -> {}).close()),
        new Bystander("setAndSeeItTold", this::setAndSeeItTold));
  }

  private void setAndSeeItTold() {
    long version = ref.set(System.nanoTime()).version();
    while (told.get() < version) {
      Thread.onSpinWait();
    }
  }
}
