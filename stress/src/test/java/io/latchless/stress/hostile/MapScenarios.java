package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.KEPT;
import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.REFUSED;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.registry.MapDifference;
import io.latchless.registry.MapEditor;
import io.latchless.registry.MapSnapshot;
import io.latchless.registry.SnapshotMap;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenarios in which the snapshot map, its editors and its snapshots run user code. */
@SuppressWarnings("NullAway") // its model of functions of nullable values differs by JDK
final class MapScenarios {
  /** One size for a flat table, one for a trie. */
  private static final int[] SIZES = {3, 40};

  private MapScenarios() {}

  static Stream<Row<?>> all() {
    List<Table<? extends Subject>> tables = new ArrayList<>();
    for (int size : SIZES) {
      List<Table<Entries>> ofThatSize =
          List.of(
              maps(() -> new Entries(size)),
              editors(() -> new Entries(size)),
              snapshots(() -> new Entries(size)));
      if (size != SIZES[0]) {
        ofThatSize.forEach(table -> table.rows().forEach(Row::notSwept));
      }
      tables.addAll(ofThatSize);
    }
    tables.add(differences());
    tables.add(changes());
    return tables.stream().flatMap(table -> table.rows().stream());
  }

  /** A map whose first keys no operation changes, with a well-behaved listener. */
  static final class Entries extends Subject {
    /** A key that shares its hash code with present keys. */
    static final int ATTACKED = 2;

    static final int ABSENT = 5_000;

    final Told told = new Told();
    final SnapshotMap<HostileValue, Object> map = new SnapshotMap<>(told.errors());
    private final int size;
    private final @Nullable Object attackedBefore;
    private final Runnable end;

    Entries(int size) {
      this.size = size;
      map.update(
          editor -> {
            for (int i = 0; i < size; i++) {
              editor.put(key(i), "v" + i);
            }
          });
      attackedBefore = map.get(key(ATTACKED));
      told.told(1);
      var subscription = map.addListener((before, after, version) -> told.told(version));
      end = subscription::close;
      operation("put", () -> map.put(key(1001), new Object()));
      operation("putIfAbsent", () -> map.putIfAbsent(key(1002), new Object()));
      operation("remove", () -> map.remove(key(1001)));
      operation("compute", () -> map.compute(key(1003), (key, value) -> new Object()));
      operation("update", () -> map.update(editor -> editor.put(key(1004), new Object())));
      operation("removeIf", () -> map.removeIf((key, value) -> key.id() == 1004));
      operation("get", () -> map.get(key(1)));
      operation("snapshot", () -> map.snapshot().forEach((key, value) -> {}));
      operation("addListener", () -> map.addListener((before, after, version) -> {}).close());
    }

    static HostileValue key(int id) {
      return new HostileValue(id, Hook.GENTLE);
    }

    @Override
    void account(List<String> faults, End end) {
      told.onError(Hook.GENTLE);
      long before = map.version();
      for (int i = 0; i < size; i++) {
        if (i != ATTACKED && !("v" + i).equals(map.get(key(i)))) {
          faults.add("key " + i + " has the value " + map.get(key(i)));
        }
      }
      if (end == End.THROWN) {
        require(
            faults,
            Objects.equals(map.get(key(ATTACKED)), attackedBefore),
            "an update that threw has changed the map");
      }
      consistent(faults);
      require(faults, map.put(key(2001), "a") == null, "put of a new key returns a value");
      require(faults, "a".equals(map.putIfAbsent(key(2001), "b")), "putIfAbsent replaces");
      require(faults, "c".equals(map.compute(key(2001), (k, v) -> "c")), "compute does not");
      require(faults, "c".equals(map.remove(key(2001))), "remove does not");
      require(faults, map.removeIf((k, v) -> k.id() > 1000) >= 0, "removeIf");
      consistent(faults);
      told.account(faults, before, map.version(), end);
    }

    private void consistent(List<String> faults) {
      MapSnapshot<HostileValue, Object> snapshot = map.snapshot();
      int[] count = new int[1];
      snapshot.forEach(
          (key, value) -> {
            count[0]++;
            if (snapshot.get(key(key.id())) != value) {
              faults.add("iteration shows " + key.id() + ", but get does not find it");
            }
          });
      require(
          faults,
          count[0] == snapshot.size(),
          "size " + snapshot.size() + ", iteration shows " + count[0]);
    }

    @Override
    void end() {
      end.run();
    }
  }

  private static Table<Entries> maps(Supplier<Entries> fresh) {
    Table<Entries> rows = new Table<>(SnapshotMap.class, fresh);
    rows.row(
            "compute(Object,BiFunction)",
            PASSED_ON,
            (it, hook) ->
                it.map.compute(
                    Entries.key(Entries.ATTACKED),
                    (key, value) -> {
                      hook.run();
                      return new Object();
                    }))
        .retried();
    rows.row(
            "compute that removes",
            fresh,
            PASSED_ON,
            (it, hook) ->
                it.map.compute(
                    Entries.key(Entries.ATTACKED),
                    (key, value) -> {
                      hook.run();
                      return null;
                    }))
        .retried();
    rows.row(
            "removeIf(BiPredicate)",
            PASSED_ON,
            (it, hook) ->
                it.map.removeIf(
                    (key, value) -> {
                      hook.run();
                      return key.id() == Entries.ATTACKED;
                    }))
        .retried();
    rows.row(
            "update(Consumer)",
            PASSED_ON,
            (it, hook) ->
                it.map.update(
                    editor -> {
                      editor.put(Entries.key(Entries.ATTACKED), new Object());
                      hook.run();
                      editor.put(Entries.key(1010), new Object());
                      hook.run();
                    }))
        .retried();
    rows.row(
            "update(long,Consumer)",
            PASSED_ON,
            (it, hook) ->
                it.map.update(
                    it.map.version(),
                    editor -> {
                      editor.put(Entries.key(Entries.ATTACKED), new Object());
                      hook.run();
                    }))
        .retried();
    rows.row(
            "replace(long,Map)",
            PASSED_ON,
            (it, hook) -> {
              Map<HostileValue, Object> same = new LinkedHashMap<>(it.map.snapshot());
              var unused = it.map.replace(it.map.version(), hostileMap(same, hook));
            })
        .retried();
    rows.row(
        "addListener(ChangeListener)",
        KEPT,
        (it, hook) -> {
          var unused = it.map.addListener((before, after, version) -> it.told.run(hook));
          it.map.put(Entries.key(1020), new Object());
          it.map.put(Entries.key(1020), new Object());
        });
    rows.row(
        "new(ListenerErrorHandler)",
        KEPT,
        (it, hook) -> {
          it.told.onError(hook);
          var unused =
              it.map.addListener(
                  (before, after, version) ->
                      it.told.run(
                          () -> {
                            throw new IllegalArgumentException("a listener's own failure");
                          }));
          it.map.put(Entries.key(1020), new Object());
        });
    rows.row("get(Object)", PASSED_ON, (it, hook) -> it.map.get(attacked(hook)));
    rows.row("containsKey(Object)", PASSED_ON, (it, hook) -> it.map.containsKey(attacked(hook)));
    rows.row(
        "getOrDefault(Object,Object)",
        PASSED_ON,
        (it, hook) -> it.map.getOrDefault(attacked(hook), "none"));
    rows.row(
            "computeIfAbsent(Object,Function)",
            PASSED_ON,
            (it, hook) ->
                it.map.computeIfAbsent(
                    Entries.key(Entries.ABSENT),
                    key -> {
                      hook.run();
                      return new Object();
                    }))
        .retried();
    rows.row(
            "put(Object,Object)", PASSED_ON, (it, hook) -> it.map.put(attacked(hook), new Object()))
        .mayBeRefused();
    rows.row(
            "putIfAbsent(Object,Object)",
            PASSED_ON,
            (it, hook) -> it.map.putIfAbsent(attacked(hook), new Object()))
        .mayBeRefused();
    rows.row("remove(Object)", PASSED_ON, (it, hook) -> it.map.remove(attacked(hook)))
        .mayBeRefused();
    rows.row(
        "put of a hostile value",
        fresh,
        UNCALLED,
        (it, hook) -> {
          it.map.put(Entries.key(1030), new HostileValue(0, hook));
          it.map.put(Entries.key(1030), new HostileValue(0, hook));
          it.map.putIfAbsent(Entries.key(1030), new HostileValue(0, hook));
          it.map.remove(Entries.key(1030));
        });
    return rows;
  }

  private static HostileValue attacked(Hook hook) {
    return new HostileValue(Entries.ATTACKED, hook);
  }

  private static Table<Entries> editors(Supplier<Entries> fresh) {
    Table<Entries> rows = new Table<>(MapEditor.class, fresh);
    rows.row(
            "removeIf(BiPredicate)",
            PASSED_ON,
            (it, hook) ->
                it.map.update(
                    editor ->
                        editor.removeIf(
                            (key, value) -> {
                              hook.run();
                              return key.id() == Entries.ATTACKED;
                            })))
        .retried();
    rows.row(
            "an editor used in its own filter loses nothing, or is refused",
            fresh,
            PASSED_ON,
            (it, hook) -> {
              AtomicReference<@Nullable String> lost = new AtomicReference<>();
              it.map.update(
                  editor -> {
                    int before = editor.size();
                    boolean refused = false;
                    int[] put = new int[1];
                    try {
                      editor.removeIf(
                          (key, value) -> {
                            editor.put(Entries.key(3000 + put[0]), "moved");
                            put[0]++;
                            return false;
                          });
                    } catch (IllegalStateException | ConcurrentModificationException e) {
                      refused = true;
                    }
                    if (!refused && editor.size() != before + put[0]) {
                      lost.set(
                          put[0]
                              + " puts within removeIf led from "
                              + before
                              + " to "
                              + editor.size()
                              + " entries");
                    }
                    hook.run();
                  });
              String what = lost.get();
              if (what != null) {
                throw new AssertionError(what);
              }
            })
        .retried();
    rows.row(
            "an editor used on another thread is refused, and changes nothing",
            fresh,
            PASSED_ON,
            (it, hook) -> {
              AtomicReference<@Nullable String> fault = new AtomicReference<>();
              it.map.update(
                  editor -> {
                    editor.put(Entries.key(Entries.ATTACKED), new Object());
                    String thrown =
                        Threads.fault("put", () -> editor.put(Entries.key(1040), new Object()));
                    fault.set(
                        thrown != null && thrown.contains("IllegalStateException")
                            ? null
                            : "another thread's use of the editor led to " + thrown);
                    hook.run();
                  });
              String what = fault.get();
              if (what != null) {
                throw new AssertionError(what);
              }
            })
        .retried();
    rows.row(
            "get(Object)",
            PASSED_ON,
            (it, hook) -> it.map.update(editor -> editor.get(attacked(hook))))
        .mayBeRefused();
    rows.row(
            "put(Object,Object)",
            PASSED_ON,
            (it, hook) -> it.map.update(editor -> editor.put(attacked(hook), new Object())))
        .mayBeRefused();
    rows.row(
            "remove(Object)",
            PASSED_ON,
            (it, hook) -> it.map.update(editor -> editor.remove(attacked(hook))))
        .mayBeRefused();
    return rows;
  }

  @SuppressWarnings("ReturnValueIgnored") // only its return matters
  private static Table<Entries> snapshots(Supplier<Entries> fresh) {
    Table<Entries> rows = new Table<>(MapSnapshot.class, fresh);
    rows.row("get(Object)", PASSED_ON, (it, hook) -> it.map.snapshot().get(attacked(hook)));
    rows.row(
        "containsKey(Object)",
        PASSED_ON,
        (it, hook) -> it.map.snapshot().containsKey(attacked(hook)));
    rows.row(
        "getOrDefault(Object,Object)",
        PASSED_ON,
        (it, hook) -> it.map.snapshot().getOrDefault(attacked(hook), "none"));
    rows.row(
        "containsValue(Object)",
        PASSED_ON,
        (it, hook) -> it.map.snapshot().containsValue(attacked(hook)));
    rows.row(
        "forEach(BiConsumer)",
        PASSED_ON,
        (it, hook) -> it.map.snapshot().forEach((key, value) -> hook.run()));
    rows.row(
        "equals(Object)",
        PASSED_ON,
        (it, hook) -> {
          Map<HostileValue, Object> same = new LinkedHashMap<>(it.map.snapshot());
          var unused = it.map.snapshot().equals(hostileMap(same, hook));
        });
    Map<String, Row.Attack<Entries>> refused =
        Map.ofEntries(
            Map.entry("put(Object,Object)", (it, hook) -> it.map.snapshot().put(attacked(hook), 1)),
            Map.entry(
                "putAll(Map)", (it, hook) -> it.map.snapshot().putAll(Map.of(Entries.key(1), 1))),
            Map.entry(
                "putIfAbsent(Object,Object)",
                (it, hook) -> it.map.snapshot().putIfAbsent(Entries.key(9_999), 1)),
            Map.entry("remove(Object)", (it, hook) -> it.map.snapshot().remove(Entries.key(1))),
            Map.entry(
                "remove(Object,Object)",
                (it, hook) -> it.map.snapshot().remove(Entries.key(1), "v1")),
            Map.entry(
                "replace(Object,Object)",
                (it, hook) -> it.map.snapshot().replace(Entries.key(1), "x")),
            Map.entry(
                "replace(Object,Object,Object)",
                (it, hook) -> it.map.snapshot().replace(Entries.key(1), "v1", "x")),
            Map.entry(
                "replaceAll(BiFunction)",
                (it, hook) -> it.map.snapshot().replaceAll((key, value) -> "x")),
            Map.entry(
                "compute(Object,BiFunction)",
                (it, hook) -> it.map.snapshot().compute(Entries.key(1), (key, value) -> "x")),
            Map.entry(
                "computeIfAbsent(Object,Function)",
                (it, hook) -> it.map.snapshot().computeIfAbsent(Entries.key(9_999), key -> "x")),
            Map.entry(
                "computeIfPresent(Object,BiFunction)",
                (it, hook) ->
                    it.map.snapshot().computeIfPresent(Entries.key(1), (key, value) -> "x")),
            Map.entry(
                "merge(Object,Object,BiFunction)",
                (it, hook) -> it.map.snapshot().merge(Entries.key(1), "x", (value, other) -> "x")));
    refused.forEach((signature, attack) -> rows.row(signature, REFUSED, attack));
    return rows;
  }

  private static Table<Entries> differences() {
    Table<Entries> rows = new Table<>(MapDifference.class, () -> new Entries(3));
    rows.row(
        "new(List)",
        PASSED_ON,
        (it, hook) ->
            new MapDifference<HostileValue, Object>(
                new AbstractList<>() {
                  @Override
                  public MapDifference.Change<HostileValue, Object> get(int index) {
                    hook.run();
                    return new MapDifference.Change<>(Entries.key(1), "v", "w");
                  }

                  @Override
                  public int size() {
                    return 1;
                  }
                }));
    return rows;
  }

  private static Table<Entries> changes() {
    Table<Entries> rows = new Table<>(MapDifference.Change.class, () -> new Entries(3));
    rows.row(
        "new(Object,Object,Object)",
        UNCALLED,
        (it, hook) -> new MapDifference.Change<>(attacked(hook), attacked(hook), null));
    return rows;
  }

  private static Map<HostileValue, Object> hostileMap(Map<HostileValue, Object> of, Hook hook) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<HostileValue, Object>> entrySet() {
        Set<Entry<HostileValue, Object>> entries = of.entrySet();
        return new AbstractSet<>() {
          @Override
          public Iterator<Entry<HostileValue, Object>> iterator() {
            hook.run();
            return entries.iterator();
          }

          @Override
          public int size() {
            return entries.size();
          }
        };
      }

      @Override
      public @Nullable Object get(Object key) {
        hook.run();
        return of.get(key);
      }

      @Override
      public boolean containsKey(Object key) {
        hook.run();
        return of.containsKey(key);
      }
    };
  }
}
