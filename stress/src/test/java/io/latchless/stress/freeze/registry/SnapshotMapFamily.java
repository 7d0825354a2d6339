package io.latchless.stress.freeze.registry;

import io.latchless.registry.SnapshotMap;
import io.latchless.stress.Effort;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of a {@link SnapshotMap}, as a flat table and as a trie. */
public final class SnapshotMapFamily implements FreezeFamily {
  private static final int MANY = 40;

  private SnapshotMap<Integer, String> map = new SnapshotMap<>();

  @Override
  public List<Start> starts() {
    return Effort.firstOf(
        1, List.of(new Start("many", () -> start(MANY)), new Start("few", () -> start(2))));
  }

  private void start(int entries) {
    SnapshotMap<Integer, String> fresh = new SnapshotMap<>();
    for (int key = 0; key < entries; key++) {
      fresh.put(key, "first");
    }
    map = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("get", () -> map.get(1)),
        new Bystander("snapshot", () -> map.snapshot()),
        new Bystander("put", () -> map.put(1, Long.toString(System.nanoTime()))),
        new Bystander("remove", () -> map.remove(0)),
        new Bystander("putIfAbsent", () -> map.putIfAbsent(0, "absent")),
        new Bystander("update", this::update));
  }

  private void update() {
    map.update(
        editor -> {
          editor.remove(1);
          editor.put(1, "updated");
        });
  }
}
