package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Functions and keys that throw, block, or change the map during one of its changes. */
@Timeout(60)
@SuppressWarnings("NullAway") // sees nullable function types differently on each JDK
class MapCallbacksTest {
  private static final int[] SIZES = {1, 33, 400};

  /** A change of a map that runs a callback. */
  private interface Calling {
    void change(SnapshotMap<Object, Object> map, Runnable callback);
  }

  /** A key that runs a callback when it is hashed or compared. */
  private record Callback(Object id, Runnable inHashCode, Runnable inEquals) {
    @Override
    public int hashCode() {
      inHashCode.run();
      return id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      inEquals.run();
      return id.equals(other);
    }
  }

  private static Map<String, Calling> functions() {
    Map<String, Calling> all = new LinkedHashMap<>();
    all.put(
        "compute",
        (map, callback) ->
            map.compute(
                "new",
                (key, value) -> {
                  callback.run();
                  return 1;
                }));
    all.put(
        "compute that removes",
        (map, callback) ->
            map.compute(
                0,
                (key, value) -> {
                  callback.run();
                  return null;
                }));
    all.put(
        "update",
        (map, callback) ->
            map.update(
                editor -> {
                  editor.put("new", 1);
                  callback.run();
                  editor.remove(0);
                }));
    all.put(
        "update from a version",
        (map, callback) ->
            map.update(
                map.version(),
                editor -> {
                  editor.put("new", 1);
                  callback.run();
                }));
    all.put(
        "removeIf",
        (map, callback) ->
            map.removeIf(
                (key, value) -> {
                  callback.run();
                  return true;
                }));
    all.put(
        "removeIf of an editor",
        (map, callback) ->
            map.update(
                editor ->
                    editor.removeIf(
                        (key, value) -> {
                          callback.run();
                          return true;
                        })));
    return all;
  }

  private static Map<String, Calling> keys() {
    Map<String, Calling> all = new LinkedHashMap<>();
    for (boolean inEquals : new boolean[] {false, true}) {
      String where = inEquals ? " with equals" : " with hashCode";
      Runnable none = () -> {};
      all.put("put" + where, (map, callback) -> map.put(key(callback, none, inEquals), "other"));
      all.put(
          "putIfAbsent" + where,
          (map, callback) -> map.putIfAbsent(key(callback, none, inEquals), "other"));
      all.put("remove" + where, (map, callback) -> map.remove(key(callback, none, inEquals)));
      all.put(
          "compute" + where,
          (map, callback) -> map.compute(key(callback, none, inEquals), (key, value) -> "other"));
      all.put(
          "put of an editor" + where,
          (map, callback) ->
              map.update(editor -> editor.put(key(callback, none, inEquals), "other")));
      all.put(
          "remove of an editor" + where,
          (map, callback) -> map.update(editor -> editor.remove(key(callback, none, inEquals))));
      all.put(
          "get of an editor" + where,
          (map, callback) -> map.update(editor -> editor.get(key(callback, none, inEquals))));
    }
    return all;
  }

  /** Returns a key with the hash of 0, which is present. */
  private static Callback key(Runnable callback, Runnable none, boolean inEquals) {
    return new Callback(0, inEquals ? none : callback, inEquals ? callback : none);
  }

  private static Map<String, Consumer<SnapshotMap<Object, Object>>> changes() {
    Map<String, Consumer<SnapshotMap<Object, Object>>> all = new LinkedHashMap<>();
    all.put("put", map -> map.put("nested", new Object()));
    all.put("put of what is there", map -> map.put(0, 0));
    all.put("putIfAbsent", map -> map.putIfAbsent("nested", new Object()));
    all.put("remove", map -> map.remove(0));
    all.put("compute", map -> map.compute("nested", (key, value) -> new Object()));
    all.put("update", map -> map.update(editor -> editor.put("nested", new Object())));
    all.put("update from a version", map -> map.update(map.version(), editor -> {}));
    all.put("replace", map -> assertThat(map.replace(map.version(), Map.of())).isTrue());
    all.put("removeIf", map -> map.removeIf((key, value) -> true));
    return all;
  }

  private static SnapshotMap<Object, Object> filled(int entries) {
    SnapshotMap<Object, Object> map = new SnapshotMap<>();
    for (int key = 0; key < entries; key++) {
      map.put(key, key);
    }
    return map;
  }

  @Test
  void aFunctionThatChangesTheMapIsRefusedAtOnce() {
    for (int size : SIZES) {
      functions()
          .forEach(
              (function, calling) ->
                  changes()
                      .forEach(
                          (name, change) -> {
                            SnapshotMap<Object, Object> map = filled(size);
                            MapSnapshot<Object, Object> before = map.snapshot();
                            assertThatThrownBy(() -> calling.change(map, () -> change.accept(map)))
                                .as("%s in %s", name, function)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("must not change it itself");
                            assertThat(map.snapshot()).isSameAs(before);
                            map.put("afterwards", 1);
                            assertThat(map.get("afterwards")).isEqualTo(1);
                          }));
    }
  }

  /** Only the nested change is refused, so the function may catch the exception and continue. */
  @Test
  void aFunctionMayGoOnAfterARefusal() {
    functions()
        .forEach(
            (function, calling) -> {
              SnapshotMap<Object, Object> map = filled(40);
              calling.change(
                  map, () -> assertThat(catchThrowable(() -> map.put("x", 1))).isNotNull());
              assertThat(map.version()).as(function).isEqualTo(41);
              assertThat(map.containsKey("x")).isFalse();
            });
  }

  /** The key may change the map a few times before it is refused, but not for ever. */
  @Test
  void aKeyThatChangesTheMapIsRefusedInTheEnd() {
    for (int size : SIZES) {
      keys()
          .forEach(
              (name, calling) -> {
                SnapshotMap<Object, Object> map = filled(size);
                int[] calls = new int[1];
                Throwable thrown =
                    catchThrowable(
                        () ->
                            calling.change(
                                map,
                                () -> {
                                  calls[0]++;
                                  map.put("nested", new Object());
                                }));
                // Null if a nested change left nothing to do.
                if (thrown != null) {
                  assertThat(thrown).as(name).isInstanceOf(IllegalStateException.class);
                }
                assertThat(calls[0]).as(name).isLessThan(20);
                map.put("afterwards", 1);
                assertThat(map.get("afterwards")).isEqualTo(1);
              });
    }
  }

  @Test
  void aFunctionMayReadItsMapAndChangeOthers() {
    functions()
        .forEach(
            (function, calling) -> {
              SnapshotMap<Object, Object> map = filled(40);
              SnapshotMap<Object, Object> other = filled(0);
              calling.change(
                  map,
                  () -> {
                    assertThat(map.get(1)).isEqualTo(1);
                    assertThat(map.snapshot()).hasSize(40);
                    other.compute("count", (key, count) -> count == null ? 1 : (int) count + 1);
                  });
              assertThat(other.get("count")).isNotNull();
            });
  }

  /** A change that returns to the map through another map would never end either. */
  @Test
  void aChangeThroughAnotherMapIsRefusedToo() {
    SnapshotMap<Object, Object> map = filled(1);
    SnapshotMap<Object, Object> other = filled(1);
    assertThatThrownBy(
            () ->
                map.compute(
                    0,
                    (key, value) ->
                        other.compute(0, (otherKey, otherValue) -> map.put(0, new Object()))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(map.version()).isEqualTo(1);
    assertThat(other.version()).isEqualTo(1);
  }

  @Test
  void whatIsThrownIsPassedOnAndChangesNothing() {
    Map<String, Calling> all = functions();
    all.putAll(keys());
    for (int size : SIZES) {
      for (Throwable thrown : Thrown.kinds()) {
        all.forEach(
            (name, calling) -> {
              SnapshotMap<Object, Object> map = filled(size);
              MapSnapshot<Object, Object> before = map.snapshot();
              assertThat(
                      catchThrowable(
                          () ->
                              calling.change(
                                  map,
                                  () -> {
                                    throw Thrown.undeclared(thrown);
                                  })))
                  .as(name)
                  .isSameAs(thrown);
              assertThat(map.snapshot()).isSameAs(before);
              map.put("afterwards", 1);
              assertThat(map.size()).isEqualTo(size + 1);
            });
      }
    }
  }

  /**
   * At every depth, also in the library's own frames, a change is made completely or not at all.
   */
  @Test
  void aStackThatOverflowsAnywhereLeavesTheMapWhole() throws InterruptedException {
    List<String> findings = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              functions().forEach((name, calling) -> overflow(findings, name, 40, calling));
              for (String name : List.of("put", "remove", "put of an editor")) {
                overflow(findings, name, 40, requireNonNull(keys().get(name + " with equals")));
              }
            },
            "deep",
            384 << 10);
    thread.setUncaughtExceptionHandler((ended, thrown) -> findings.add(thrown.toString()));
    thread.start();
    thread.join();
    assertThat(findings).isEmpty();
  }

  private static void overflow(List<String> findings, String name, int size, Calling calling) {
    calling.change(
        filled(size),
        MapCallbacksTest::nothing); // else the first overflow would occur during linkage
    SnapshotMap<Object, Object> map = filled(size);
    int[] changesAndOverflows = new int[2];
    deeper(map, calling, changesAndOverflows);
    if (changesAndOverflows[1] == 0) {
      findings.add(name + " of " + size + ": has not overflowed");
    }
    MapSnapshot<Object, Object> after = map.snapshot();
    int[] counted = new int[1];
    after.forEach((key, value) -> counted[0]++);
    if (counted[0] != after.size()) {
      findings.add(name + " of " + size + ": has " + counted[0] + ", says " + after.size());
    }
    Throwable refused = catchThrowable(() -> map.put("afterwards", 1));
    if (refused != null) {
      findings.add(name + " of " + size + ": a later put throws " + refused);
    }
  }

  private static void nothing() {}

  /** Overflows the stack, then changes the map in the deepest frames, one after the other. */
  @SuppressWarnings("InfiniteRecursion") // until the stack overflows
  private static void deeper(
      SnapshotMap<Object, Object> map, Calling calling, int[] changesAndOverflows) {
    try {
      deeper(map, calling, changesAndOverflows);
    } catch (StackOverflowError atTheEnd) {
      changesAndOverflows[0] = 0;
    }
    if (changesAndOverflows[0] < 3) {
      try {
        calling.change(map, MapCallbacksTest::nothing);
        changesAndOverflows[0]++;
      } catch (VirtualMachineError tooDeep) {
        changesAndOverflows[1]++;
      }
    }
  }

  /** Another thread's change comes first, so the function is called again. */
  @Test
  void aBlockingFunctionHoldsBackItsOwnChangeOnly() throws InterruptedException {
    SnapshotMap<Object, Object> map = filled(40);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    List<Object> seen = new ArrayList<>();
    Thread blocked =
        new Thread(
            () ->
                map.compute(
                    "a",
                    (key, value) -> {
                      seen.add(map.size());
                      entered.countDown();
                      awaited(leave);
                      return 1;
                    }));
    blocked.start();
    entered.await();
    map.put("b", 2);
    map.compute("c", (key, value) -> 3);
    map.removeIf((key, value) -> key.equals(1));
    assertThat(map.size()).isEqualTo(41);
    leave.countDown();
    blocked.join();
    assertThat(seen).containsExactly(40, 41);
    assertThat(map.get("a")).isEqualTo(1);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void functionsOfManyThreadsAreNotTakenForOneAnother() throws InterruptedException {
    SnapshotMap<Object, Integer> map = new SnapshotMap<>();
    List<Throwable> thrown = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 2_000; n++) {
                  map.compute("sum", (key, sum) -> sum == null ? 1 : sum + 1);
                  map.put(Thread.currentThread(), n);
                }
              });
      thread.setUncaughtExceptionHandler((failed, exception) -> thrown.add(exception));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(thrown).isEmpty();
    assertThat(map.get("sum")).isEqualTo(8_000);
  }

  /** Returns the value of the function, not one that a later read of the map would find. */
  @Test
  void computeReturnsWhatItsFunctionReturned() {
    SnapshotMap<Object, Object> map = filled(3);
    int[] calls = new int[1];
    Supplier<Callback> key =
        () ->
            new Callback(
                7,
                () -> {
                  if (map.size() > 3) {
                    throw new IllegalStateException("hashed after the change");
                  }
                },
                () -> calls[0]++);
    assertThat(map.compute(key.get(), (asked, value) -> "made")).isEqualTo("made");
  }
}
