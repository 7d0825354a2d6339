package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map does not keep removed or overwritten objects alive. */
@SuppressWarnings("NullAway") // sees nullable function types differently on each JDK
class MapRetentionTest {
  /** A key that equals others by id but is a separate object. */
  private record Key(int id) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 500})
  void whatAChangeTakesOutIsCollected(int entries) {
    List<Consumer<SnapshotMap<Key, Object>>> removals =
        List.of(
            map -> map.remove(new Key(0)),
            map -> map.compute(new Key(0), (key, value) -> null),
            map -> map.removeIf((key, value) -> key.id() == 0),
            map -> map.update(editor -> editor.remove(new Key(0))),
            map -> map.update(editor -> editor.removeIf((key, value) -> key.id() == 0)),
            map -> assertThat(map.replace(map.version(), Map.of(new Key(1), 1))).isTrue());
    SnapshotMap<Key, Object> map = new SnapshotMap<>();
    List<WeakReference<?>> gone = new ArrayList<>();
    for (Consumer<SnapshotMap<Key, Object>> removal : removals) {
      fill(map, entries, gone);
      removal.accept(map);
      assertThat(map.containsKey(new Key(0))).isFalse();
    }
    awaitCollected(gone);
    assertThat(map.size()).isLessThan(entries + 1);
  }

  /** Adds entries, including a key and a value that only the map keeps alive. */
  private static void fill(SnapshotMap<Key, Object> map, int entries, List<WeakReference<?>> gone) {
    for (int id = 1; id < entries; id++) {
      map.put(new Key(id), id);
    }
    Key key = new Key(0);
    Object value = new Object();
    map.put(key, new Object());
    map.put(key, value);
    gone.add(new WeakReference<>(key));
    gone.add(new WeakReference<>(value));
    gone.add(new WeakReference<>(map.snapshot()));
  }

  private static void awaitCollected(List<WeakReference<?>> gone) {
    // The first collection clears most of them, so only the remaining ones are awaited.
    gone.stream().filter(each -> !each.refersTo(null)).forEach(Garbage::awaitCollected);
  }

  @Test
  void aKeptSnapshotKeepsNoOtherAndAMapKeepsNoOlder() {
    SnapshotMap<Integer, Object> map = new SnapshotMap<>();
    List<MapSnapshot<Integer, Object>> kept = new ArrayList<>();
    List<WeakReference<?>> gone = new ArrayList<>();
    for (int version = 0; version < 20; version++) {
      Object value = new Object();
      map.put(1, value);
      if (version == 10) {
        kept.add(map.snapshot());
      } else if (version < 19) {
        gone.add(new WeakReference<>(value));
        gone.add(new WeakReference<>(map.snapshot()));
      }
      value = null;
    }
    awaitCollected(gone);
    assertThat(kept.get(0).version()).isEqualTo(11);
  }

  @Test
  void aKeptEditorKeepsNothing() {
    SnapshotMap<Integer, Object> map = new SnapshotMap<>();
    List<MapEditor<Integer, Object>> kept = new ArrayList<>();
    map.update(
        editor -> {
          kept.add(editor);
          for (int key = 0; key < 100; key++) {
            editor.put(key, new Object());
          }
        });
    WeakReference<Object> value = new WeakReference<>(map.get(50));
    map.removeIf((key, any) -> true);
    Garbage.awaitCollected(value);
    assertThat(kept).hasSize(1);
  }

  /** The record of running functions does not keep a thread alive whose function has ended. */
  @Test
  void anEndedThreadIsCollected() throws InterruptedException {
    SnapshotMap<Integer, Object> map = new SnapshotMap<>();
    WeakReference<Thread> ended = endedAfterAFunction(map);
    Garbage.awaitCollected(ended);
    assertThat(map.get(1)).isEqualTo(2);
  }

  private static WeakReference<Thread> endedAfterAFunction(SnapshotMap<Integer, Object> map)
      throws InterruptedException {
    Thread thread = new Thread(() -> map.compute(1, (key, value) -> 2));
    thread.start();
    thread.join();
    return new WeakReference<>(thread);
  }
}
