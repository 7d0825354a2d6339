package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.ProcessRegistry;
import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.ScopedHandlerRegistry;
import io.latchless.registry.SnapshotMap;
import io.latchless.stress.Effort;
import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.MapSubject;
import io.latchless.stress.subjects.ProcessesSubject;
import io.latchless.stress.subjects.QuiescentSubject;
import io.latchless.stress.subjects.ScopesSubject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrySoakTest {
  private static final int THREADS = 4;

  static <E> Stream<Named<Supplier<HandlersSubject<E>>>> handlers() {
    return Stream.of(
        Named.of("HandlerRegistry", () -> HandlersSubject.of(new HandlerRegistry<>())),
        Named.of(
            "QuiescentHandlerRegistry", () -> HandlersSubject.of(new QuiescentHandlerRegistry<>())),
        Named.of("ScopedHandlerRegistry", () -> HandlersSubject.of(new ScopedHandlerRegistry<>())));
  }

  private static MapSubject map() {
    return MapSubject.of(new SnapshotMap<>());
  }

  private static void assertNone(List<String> findings) {
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void everyHandlerIsAccountedFor(Supplier<HandlersSubject<HandlersAccount.Dispatch>> handlers)
      throws InterruptedException {
    assertNone(HandlersAccount.audit(handlers.get(), 1, THREADS, Effort.of(5_000, 2_000_000)));
    assertNone(HandlersAccount.audit(handlers.get(), 3, THREADS, Effort.of(5_000, 2_000_000)));
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void aDispatchCallsThoseThatWereThere(Supplier<HandlersSubject<List<String>>> handlers) {
    assertNone(DispatchChecks.replaced(handlers.get()));
    assertNone(DispatchChecks.gone(handlers.get()));
    assertNone(DispatchChecks.ids(handlers.get()));
  }

  @Test
  void noCallComesAfterAQuiescentClose() throws InterruptedException {
    QuiescentSubject handlers = QuiescentSubject.of(new QuiescentHandlerRegistry<>());
    assertNone(QuiescentAccount.audit(handlers, 2, 2, Effort.of(10_000, 5_000_000)));
  }

  @Test
  void aDispatchIsOverWhateverIsThrown() throws InterruptedException {
    assertNone(
        QuiescentChecks.thrown(
            QuiescentSubject.of(new QuiescentHandlerRegistry<>()),
            List.of(
                new IllegalStateException("unchecked"),
                new Exception("checked"),
                new AssertionError("error"),
                new InternalError("of the virtual machine"))));
  }

  @Test
  void aClosingThreadIsWokenByDispatchesThatItWaitsForOnly() throws Exception {
    assertNone(QuiescentChecks.woken(QuiescentSubject.of(new QuiescentHandlerRegistry<>())));
  }

  @Test
  void aSubscriptionIsLinearInTheLevels() {
    assertNone(ScopeWorkCheck.levels(() -> ScopesSubject.of(new ScopedHandlerRegistry<>())));
  }

  @Test
  void everyAdditionIsInTheSum() throws InterruptedException {
    assertNone(MapAccount.additions(map(), THREADS, Effort.of(20_000, 10_000_000)));
  }

  @Test
  void noBatchIsSeenInPart() throws InterruptedException {
    assertNone(MapAccount.moves(map(), 2, Effort.of(20_000, 10_000_000)));
  }

  @Test
  void aSnapshotStaysAsItIs() {
    MapSubject map = map();
    map.put(1, 1);
    map.put(2, 2);
    assertNone(MapSnapshotCheck.audit(() -> map.moment().entries(), 1, 3, () -> map.put(1, 4)));
    for (int key = 0; key < 100; key++) {
      map.put(key, key);
    }
    assertNone(MapSnapshotCheck.audit(() -> map.moment().entries(), 1, 3, () -> map.remove(2)));
  }

  @Test
  void anAdditionCostsTheSameInALargeMap() {
    assertNone(MapWorkCheck.audit(map()));
  }

  @Test
  void aRemovalCostsTheSameInALargeMap() {
    SnapshotMap<Integer, Integer> map = new SnapshotMap<>();
    assertNone(
        MapWorkCheck.removals(
            MapSubject.of(map), filter -> map.removeIf((key, value) -> filter.test(key))));
  }

  @Test
  void theKeyThatIsAskedForIsAsked() {
    SnapshotMap<Object, Integer> map = new SnapshotMap<>();
    assertNone(
        MapEqualityCheck.audit(
            new MapEqualityCheck.Subject() {
              @Override
              public @Nullable Integer get(Object key) {
                return map.get(key);
              }

              @Override
              public @Nullable Integer put(Object key, int value) {
                return map.put(key, value);
              }
            }));
  }

  @Test
  void aKeyIsFoundByFewProbes() {
    assertNone(
        MapProbeCheck.audit(
            keys -> {
              SnapshotMap<MapProbeCheck.CountedKey, Integer> map = new SnapshotMap<>();
              map.update(editor -> keys.forEach(key -> editor.put(key, 0)));
              return map::containsKey;
            }));
  }

  @Test
  void everyLevelIsReached() {
    assertNone(ScopeChecks.levels(ScopesSubject.of(new ScopedHandlerRegistry<>())));
    assertNone(ScopeChecks.stopped(ScopesSubject.of(new ScopedHandlerRegistry<>())));
  }

  @Test
  void everyIdIsOneProcesss() throws InterruptedException {
    ProcessesSubject processes = ProcessesSubject.of(new ProcessRegistry());
    assertNone(ProcessesAccount.audit(processes, THREADS, Effort.of(5_000, 1_000_000)));
  }

  @Test
  void whatIsHandedOutOfAllProcessesStaysAsItIs() {
    ProcessesSubject processes = ProcessesSubject.of(new ProcessRegistry());
    processes.add("web", new ProcessStatusHolder());
    assertNone(
        MapSnapshotCheck.audit(
            processes::all,
            "web",
            new ProcessStatusHolder(),
            () -> processes.add("worker", new ProcessStatusHolder())));
  }
}
