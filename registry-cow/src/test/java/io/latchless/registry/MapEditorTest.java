package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses of an editor in a place or at a time where it must not be used. */
class MapEditorTest {
  private static SnapshotMap<Object, Object> filled(int entries) {
    SnapshotMap<Object, Object> map = new SnapshotMap<>();
    map.update(editor -> IntStream.range(0, entries).forEach(key -> editor.put(key, key)));
    return map;
  }

  private static Map<String, Consumer<MapEditor<Object, Object>>> uses() {
    Map<String, Consumer<MapEditor<Object, Object>>> all = new LinkedHashMap<>(changes());
    all.put("get", editor -> editor.get(1));
    all.put("size", MapEditor::size);
    return all;
  }

  private static Map<String, Consumer<MapEditor<Object, Object>>> changes() {
    Map<String, Consumer<MapEditor<Object, Object>>> all = new LinkedHashMap<>();
    all.put("put", editor -> editor.put("stray", 1));
    all.put("put of another value", editor -> editor.put(1, "stray"));
    all.put("remove", editor -> editor.remove(1));
    all.put("removeIf", editor -> editor.removeIf((key, value) -> true));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100})
  void anotherThreadIsRefusedWhileTheFunctionRuns(int entries) {
    uses()
        .forEach(
            (name, use) -> {
              SnapshotMap<Object, Object> map = filled(entries);
              List<Throwable> thrown = new ArrayList<>();
              map.update(
                  editor -> {
                    editor.put("a", 1);
                    thrown.add(thrownElsewhere(() -> use.accept(editor)));
                    editor.put("b", 2);
                  });
              assertThat(thrown.get(0)).as(name).isInstanceOf(IllegalStateException.class);
              assertThat(map.size()).isEqualTo(entries + 2);
              assertThat(map.get(1)).isEqualTo(1);
            });
  }

  /** The batch has added all entries, so it owns all nodes. */
  @ParameterizedTest
  @ValueSource(ints = {3, 100})
  void nothingChangesWhatIsPublished(int entries) {
    uses()
        .forEach(
            (name, use) -> {
              SnapshotMap<Object, Object> map = new SnapshotMap<>();
              List<MapEditor<Object, Object>> kept = new ArrayList<>();
              map.update(
                  editor -> {
                    IntStream.range(0, entries).forEach(key -> editor.put(key, key));
                    kept.add(editor);
                  });
              Map<Object, Object> copy = Map.copyOf(map.snapshot());
              assertThatThrownBy(() -> use.accept(kept.get(0)))
                  .as(name)
                  .isInstanceOf(IllegalStateException.class);
              assertThat(thrownElsewhere(() -> use.accept(kept.get(0))))
                  .as(name)
                  .isInstanceOf(IllegalStateException.class);
              assertThat(map.snapshot()).isEqualTo(copy);
            });
  }

  @Test
  void anEditorOfAFailedUpdateIsOfNoUseEither() {
    SnapshotMap<Object, Object> map = filled(3);
    List<MapEditor<Object, Object>> kept = new ArrayList<>();
    assertThatThrownBy(
            () ->
                map.update(
                    editor -> {
                      kept.add(editor);
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    uses()
        .forEach(
            (name, use) ->
                assertThatThrownBy(() -> use.accept(kept.get(0)))
                    .as(name)
                    .isInstanceOf(IllegalStateException.class));
  }

  private static Throwable thrownElsewhere(Runnable action) {
    List<Throwable> thrown = new ArrayList<>();
    Thread thread = new Thread(() -> thrown.add(catchThrowable(action::run)));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return thrown.get(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100})
  void aFilterThatChangesItsEditorIsRefused(int entries) {
    changes()
        .forEach(
            (name, change) -> {
              SnapshotMap<Object, Object> map = filled(entries);
              MapSnapshot<Object, Object> before = map.snapshot();
              assertThatThrownBy(
                      () ->
                          map.update(
                              editor ->
                                  editor.removeIf(
                                      (key, value) -> {
                                        change.accept(editor);
                                        return true;
                                      })))
                  .as(name)
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("within one of its own changes");
              assertThat(map.snapshot()).isSameAs(before);
            });
  }

  @Test
  void aFilterMaySeeWhatWasThereBeforeAndTheFunctionMayGoOnAfterIt() {
    SnapshotMap<Object, Object> map = filled(100);
    map.update(
        editor -> {
          editor.put("first", 1);
          assertThat(
                  editor.removeIf(
                      (key, value) -> {
                        assertThat(editor.get(key)).isEqualTo(value);
                        assertThat(editor.size()).isEqualTo(101);
                        return key instanceof Integer number && number < 90;
                      }))
              .isEqualTo(90);
          assertThatThrownBy(
                  () ->
                      editor.removeIf(
                          (key, value) -> {
                            throw new IllegalArgumentException("no");
                          }))
              .hasMessage("no");
          assertThat(editor.size()).isEqualTo(11);
          editor.put("last", 1);
          assertThat(editor.removeIf((key, value) -> key.equals(95))).isEqualTo(1);
        });
    assertThat(map.size()).isEqualTo(11);
    assertThat(map.snapshot().keySet()).contains("first", "last", 90, 99).doesNotContain(0, 95);
  }

  /** A key whose {@code equals} runs a callback. */
  private record Nosy(int id, Runnable whenAsked) {
    @Override
    public int hashCode() {
      return id;
    }

    @Override
    public boolean equals(Object other) {
      whenAsked.run();
      return Integer.valueOf(id).equals(other);
    }
  }

  /** Otherwise the index that the outer change has found could belong to another entry. */
  @ParameterizedTest
  @ValueSource(ints = {3, 100})
  void aKeyThatChangesTheEditorThatAsksItIsRefused(int entries) {
    changes()
        .forEach(
            (name, change) -> {
              SnapshotMap<Object, Object> map = filled(entries);
              MapSnapshot<Object, Object> before = map.snapshot();
              assertThatThrownBy(
                      () ->
                          map.update(
                              editor -> {
                                editor.put("owned", 1);
                                editor.put(new Nosy(2, () -> change.accept(editor)), "other");
                              }))
                  .as(name)
                  .isInstanceOf(IllegalStateException.class);
              assertThat(map.snapshot()).isSameAs(before);
            });
  }

  /** An exception that a function may catch has changed nothing, not even the size. */
  @Test
  void afterAKeyHasThrownTheFunctionMayGoOn() {
    int smallestTrie = TableKind.MAP.largest / 2 + 1;
    SnapshotMap<Object, Object> map = filled(TableKind.MAP.largest + 1);
    IntStream.range(smallestTrie, TableKind.MAP.largest + 1).forEach(map::remove);
    boolean[] isHostile = new boolean[1];
    Object hostile =
        new Object() {
          @Override
          public int hashCode() {
            if (isHostile[0]) {
              throw new IllegalArgumentException("no hash code");
            }
            return 7;
          }
        };
    map.put(hostile, "hostile");
    map.update(
        editor -> {
          editor.put(0, "changed"); // the batch owns the nodes on this path
          editor.remove(1);
          isHostile[0] = true;
          // The trie would become a flat table, which hashes all keys again.
          assertThatThrownBy(() -> editor.remove(0)).hasMessage("no hash code");
          isHostile[0] = false;
          assertThat(editor.size()).isEqualTo(smallestTrie);
          assertThat(editor.get(0)).isEqualTo("changed");
          editor.put("last", 1);
        });
    int[] counted = new int[1];
    map.snapshot().forEach((key, value) -> counted[0]++);
    assertThat(map.size()).isEqualTo(smallestTrie + 1).isEqualTo(counted[0]);
  }

  @Test
  void afterAnErrorOfTheVirtualMachineTheUpdateFails() {
    SnapshotMap<Object, Object> map = filled(100);
    MapSnapshot<Object, Object> before = map.snapshot();
    assertThatThrownBy(
            () ->
                map.update(
                    editor -> {
                      editor.put("a", 1);
                      assertThatThrownBy(
                              () ->
                                  editor.put(
                                      new Nosy(
                                          2,
                                          () -> {
                                            throw new StackOverflowError();
                                          }),
                                      1))
                          .isInstanceOf(StackOverflowError.class);
                      assertThatThrownBy(() -> editor.put("b", 1))
                          .isInstanceOf(IllegalStateException.class);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a VirtualMachineError interrupted");
    assertThat(map.snapshot()).isSameAs(before);
  }

  @Test
  void whatChangesNothingPublishesNothing() {
    SnapshotMap<Object, Object> map = filled(100);
    MapSnapshot<Object, Object> before = map.snapshot();
    assertThat(map.update(editor -> {})).isSameAs(before);
    Object value = requireNonNull(before.get(5));
    assertThat(
            map.update(
                editor -> {
                  editor.put(5, value);
                  editor.remove("absent");
                  editor.removeIf((key, any) -> false);
                }))
        .isSameAs(before);
    assertThat(map.update(map.version(), editor -> {})).isTrue();
    assertThat(map.removeIf((key, any) -> false)).isZero();
    assertThat(map.snapshot()).isSameAs(before);
    assertThat(map.update(map.version() + 1, editor -> {})).isFalse();
  }
}
