package io.latchless.stress.lincheck;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.HandlerSubscription;
import io.latchless.registry.MapSnapshot;
import io.latchless.registry.ProcessRegistry;
import io.latchless.registry.Propagation;
import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.ScopedHandlerRegistry;
import io.latchless.registry.SnapshotMap;
import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.MapSubject;
import io.latchless.stress.subjects.QuiescentSubject;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The models of the library's registries. */
final class RegistryModels {
  private RegistryModels() {}

  /** {@link SnapshotMap}. */
  public static final class OfSnapshotMap extends MapModel {
    private final SnapshotMap<Integer, Integer> map;

    public OfSnapshotMap() {
      this(new SnapshotMap<>());
    }

    private OfSnapshotMap(SnapshotMap<Integer, Integer> map) {
      super(MapSubject.of(map));
      this.map = map;
    }

    /** Also asks for a future version, which may be published meanwhile. */
    @Operation
    public boolean updateFrom(
        @Param(gen = IntGen.class, conf = "0:2") int version, @Param(name = "key") int key) {
      return map.update(version, editor -> editor.put(key, 20));
    }

    @Operation
    public int removeIf(@Param(name = "value") int value) {
      return map.removeIf((key, present) -> present <= value);
    }

    @Operation
    public String snapshot() {
      MapSnapshot<Integer, Integer> snapshot = map.snapshot();
      return snapshot + "@" + snapshot.version();
    }
  }

  /** {@link HandlerRegistry}. */
  public static final class OfHandlers extends HandlersModel {
    public OfHandlers() {
      super(HandlersSubject.of(new HandlerRegistry<>()));
    }
  }

  /** {@link QuiescentHandlerRegistry} with quiescent closes. */
  public static final class OfQuiescent extends QuiescentModel {
    public OfQuiescent() {
      super(QuiescentSubject.of(new QuiescentHandlerRegistry<>()));
    }
  }

  /** {@link HandlerRegistry} with handlers of several keys at once. */
  @Param(name = "key", gen = IntGen.class, conf = "0:1")
  public static final class OfHandlersOfSeveralKeys {
    private final HandlerRegistry<Integer, String> registry = new HandlerRegistry<>();
    private final HandlerSubscription first = registry.subscribeAll(List.of(0, 1), "first", 0);

    @Operation
    public void subscribe(@Param(name = "key") int key) {
      registry.subscribe(key, "one");
    }

    @Operation
    public void subscribeAll() {
      registry.subscribeAll(List.of(0, 1), "both", 0);
    }

    @Operation
    public void close() {
      first.close();
    }

    @Operation
    public int handlerCount(@Param(name = "key") int key) {
      return registry.handlerCount(key);
    }

    @Operation
    public int keyCount() {
      return registry.keyCount();
    }
  }

  /**
   * {@link ScopedHandlerRegistry}, with so few origins that the checker mistakes no loop for a
   * lock.
   */
  public static final class OfScopes {
    private static final List<String> LEVELS =
        List.of("a", ScopedHandlerRegistry.GLOBAL, ScopedHandlerRegistry.CATCH_ALL);

    private static final int[] WEIGHTS = {1, 10, 100};

    private final ScopedHandlerRegistry<Integer> registry = new ScopedHandlerRegistry<>();
    private final List<HandlerSubscription> first = new ArrayList<>();

    public OfScopes() {
      for (int level = 0; level < LEVELS.size(); level++) {
        first.add(registry.subscribe(LEVELS.get(level), WEIGHTS[level]));
      }
    }

    @Operation
    public void subscribe(@Param(gen = IntGen.class, conf = "0:2") int level) {
      registry.subscribe(LEVELS.get(level), 1000);
    }

    @Operation
    public void close(@Param(gen = IntGen.class, conf = "0:2") int level) {
      first.get(level).close();
    }

    /** Returns the called handlers, as one digit each; another test checks their order. */
    @Operation
    public int emit() {
      int[] called = {0};
      registry.emit(
          "a.below",
          called,
          (weight, sum) -> {
            sum[0] += weight;
            return Propagation.CONTINUE;
          });
      return called[0];
    }

    @Operation
    public int originCount() {
      return registry.originCount();
    }
  }

  /** {@link ProcessRegistry}. */
  @Param(name = "id", gen = IntGen.class, conf = "0:1")
  public static final class OfProcesses {
    private final ProcessRegistry registry = new ProcessRegistry();
    private final List<ProcessStatusHolder> holders =
        List.of(new ProcessStatusHolder(), new ProcessStatusHolder(), new ProcessStatusHolder());

    @Operation
    public int add(
        @Param(name = "id") int id, @Param(gen = IntGen.class, conf = "0:2") int holder) {
      return registry.add("process-" + id, holders.get(holder))
              instanceof ProcessRegistry.Duplicate taken
          ? holders.indexOf(taken.present())
          : MapSubject.NOTHING;
    }

    @Operation
    public int get(@Param(name = "id") int id) {
      return holders.indexOf(registry.get("process-" + id));
    }

    @Operation
    public int remove(@Param(name = "id") int id) {
      return holders.indexOf(registry.remove("process-" + id));
    }

    @Operation
    public int all() {
      int[] sum = {0};
      registry.all().forEach((id, holder) -> sum[0] += 1 + holders.indexOf(holder));
      return sum[0];
    }
  }
}
