package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.Latest;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.util.List;

/** The operations of {@link Latest} that do not wait. */
public final class LatestFamily implements FreezeFamily {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final ParkedThread reader = new ParkedThread();
  private Latest<String> latest = new Latest<>();

  @Override
  public List<Start> starts() {
    return List.of(
        new Start("nothing", this::nothing),
        new Start("published", this::published),
        new Start("awaited", this::awaited));
  }

  private void nothing() {
    reader.end();
    latest = new Latest<>();
  }

  private void published() {
    nothing();
    latest.publish("first");
  }

  private void awaited() {
    Latest<String> fresh = new Latest<>();
    latest = fresh;
    reader.begin(() -> fresh.awaitNewer(fresh.version(), FOR_EVER), fresh::waiterCount);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("publish", () -> latest.publish("next")),
        new Bystander("get", () -> latest.get()),
        new Bystander("snapshot", () -> latest.snapshot()),
        new Bystander("version", () -> latest.version()),
        new Bystander("waiterCount", () -> latest.waiterCount()));
  }
}
