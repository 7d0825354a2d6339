package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.stress.rogues.HandlersAppendedInPlace;
import io.latchless.stress.rogues.HandlersLostInARetry;
import io.latchless.stress.rogues.HandlersNumberedByLength;
import io.latchless.stress.rogues.HandlersShiftedInPlace;
import io.latchless.stress.rogues.HazardSlotLeakedByCheckedException;
import io.latchless.stress.rogues.MapCopiedForEveryAdd;
import io.latchless.stress.rogues.MapMovesInTwoSteps;
import io.latchless.stress.rogues.MapRebuiltByRemoveIf;
import io.latchless.stress.rogues.MapThatAsksEitherKey;
import io.latchless.stress.rogues.MapThatShowsItself;
import io.latchless.stress.rogues.MapUpdatedWithoutCompareAndSet;
import io.latchless.stress.rogues.MapWithUnmixedHashes;
import io.latchless.stress.rogues.ProcessesHandedOut;
import io.latchless.stress.rogues.ProcessesOverwritten;
import io.latchless.stress.rogues.QuiescentCloseThatLooksFirst;
import io.latchless.stress.rogues.QuiescentDispatchThatWakesAll;
import io.latchless.stress.rogues.QuiescentDispatchWithoutSecondLook;
import io.latchless.stress.rogues.ScopesFlattenedByName;
import io.latchless.stress.rogues.ScopesThatBeginTwice;
import io.latchless.stress.rogues.ScopesWithoutGlobal;
import io.latchless.stress.subjects.CopiedMap;
import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.ListedHandlers;
import io.latchless.stress.subjects.MapSubject;
import io.latchless.stress.subjects.ProcessesSubject;
import io.latchless.stress.subjects.ProtectedHandlers;
import io.latchless.stress.subjects.ScopesByLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

public class RegistryRoguesTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 2_000;

  private static void assertReported(List<String> findings, String expected) {
    assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  /** The rogues' base classes pass, so only their own mistakes are reported. */
  @Test
  void reportsNothingOfWhatTheyAreMadeOf() throws InterruptedException {
    assertThat(MapAccount.additions(new CopiedMap(), THREADS, ROUNDS)).isEmpty();
    assertThat(MapAccount.moves(new CopiedMap(), 2, ROUNDS)).isEmpty();
    assertThat(HandlersAccount.audit(new ListedHandlers<>(), 1, THREADS, ROUNDS)).isEmpty();
    assertThat(QuiescentAccount.audit(new ProtectedHandlers(), 2, 2, ROUNDS)).isEmpty();
    assertThat(QuiescentChecks.thrown(new ProtectedHandlers(), List.of(new Exception("checked"))))
        .isEmpty();
    assertThat(ScopeChecks.levels(new ScopesByLevel())).isEmpty();
    assertThat(ScopeChecks.stopped(new ScopesByLevel())).isEmpty();
  }

  @Test
  void reportsLostUpdate() throws InterruptedException {
    assertReported(
        MapAccount.additions(new MapUpdatedWithoutCompareAndSet(), THREADS, ROUNDS),
        "additions have led to");
  }

  @Test
  void reportsBatchInPart() throws InterruptedException {
    assertReported(MapAccount.moves(new MapMovesInTwoSteps(), 2, ROUNDS), "a total of 9999");
  }

  @Test
  void reportsFullCopy() {
    assertReported(MapWorkCheck.audit(new MapCopiedForEveryAdd()), "an addition to 4096 entries");
  }

  @Test
  void reportsRebuiltMap() {
    MapRebuiltByRemoveIf map = new MapRebuiltByRemoveIf();
    assertReported(MapWorkCheck.removals(map, map::removeIf), "removal of 0 of 4096 entries takes");
  }

  @Test
  void reportsEitherKeyAsked() {
    List<String> findings = MapEqualityCheck.audit(new MapThatAsksEitherKey());
    assertReported(findings, "get found null where 1 was put");
  }

  @Test
  void reportsClusters() {
    assertReported(
        MapProbeCheck.audit(
            keys -> new MapWithUnmixedHashes<MapProbeCheck.CountedKey>(keys)::contains),
        "probes for one of process-0 to process-16383");
  }

  @Test
  void reportsView() {
    MapSubject map = new MapThatShowsItself();
    map.put(1, 1);
    List<String> findings =
        MapSnapshotCheck.audit(() -> map.moment().entries(), 1, 3, () -> map.put(4, 4));
    assertReported(findings, "is not refused");
    assertReported(findings, "put has changed a snapshot");
    assertReported(findings, "a snapshot has become {1=3, 4=4}");
  }

  @Test
  void reportsAppendingInPlace() {
    assertReported(
        DispatchChecks.replaced(new HandlersAppendedInPlace<>()),
        "called [first, second, fourth], not [first, second, third]");
  }

  @Test
  void reportsShiftingInPlace() {
    assertReported(
        DispatchChecks.gone(new HandlersShiftedInPlace<>()),
        "called [first, third], not [first, second, third]");
  }

  @Test
  void reportsIdGivenTwice() throws InterruptedException {
    assertReported(DispatchChecks.ids(new HandlersNumberedByLength<>()), "id 2 was given twice");
    assertReported(
        HandlersAccount.audit(new HandlersNumberedByLength<>(), 1, THREADS, ROUNDS), "lost");
  }

  /** The rogue may lose a handler or a removal. */
  @Test
  void reportsHandlerLostInARetry() throws InterruptedException {
    HandlersSubject<HandlersAccount.Dispatch> handlers = new HandlersLostInARetry<>();
    assertThat(HandlersAccount.audit(handlers, 1, THREADS, ROUNDS))
        .anySatisfy(finding -> assertThat(finding).containsAnyOf("was lost", "was closed at"));
  }

  /** Runs one dispatch at a time; otherwise there might never be a moment without one. */
  @Test
  void reportsQuiescentCloseThatLooksFirst() throws InterruptedException {
    assertReported(
        QuiescentAccount.audit(new QuiescentCloseThatLooksFirst(), 1, 1, ROUNDS),
        "gone in the middle of call");
  }

  @Test
  void reportsDispatchWithoutSecondLook() throws InterruptedException {
    assertReported(
        QuiescentAccount.audit(new QuiescentDispatchWithoutSecondLook(), 2, 2, ROUNDS),
        "after a quiescent close");
  }

  @Test
  void reportsLeakedHazardSlot() throws InterruptedException {
    assertReported(
        QuiescentChecks.thrown(
            new HazardSlotLeakedByCheckedException(), List.of(new Exception("checked"))),
        "a dispatch is not over after java.lang.Exception: checked");
  }

  @Test
  void reportsThreadWokenByDispatchesOfOthers() throws Exception {
    assertReported(
        QuiescentChecks.woken(new QuiescentDispatchThatWakesAll()),
        "times during unrelated dispatches");
  }

  @Test
  void reportsChainsMadeByName() {
    assertReported(ScopeWorkCheck.levels(ScopesFlattenedByName::new), "a subscription takes");
  }

  @Test
  void reportsMissingGlobalLevel() {
    assertReported(
        ScopeChecks.levels(new ScopesWithoutGlobal()),
        "'a.b.c' has called [a.b.c, a.b, both, a, all]");
  }

  @Test
  void reportsLevelCalledTwice() {
    assertReported(
        ScopeChecks.levels(new ScopesThatBeginTwice()),
        "'a.b.c' has called [a.b.c, a.b.c, a.b, both, a, global, both, all]");
  }

  @Test
  void reportsIdOverwritten() throws InterruptedException {
    assertReported(
        ProcessesAccount.audit(new ProcessesOverwritten(), THREADS, ROUNDS), "were added under");
  }

  @Test
  void reportsInternalsHandedOut() {
    ProcessesSubject processes = new ProcessesHandedOut();
    processes.add("web", new ProcessStatusHolder());
    List<String> findings =
        MapSnapshotCheck.audit(
            processes::all,
            "web",
            new ProcessStatusHolder(),
            () -> processes.add("worker", new ProcessStatusHolder()));
    assertReported(findings, "put has changed the map");
    assertReported(findings, "a snapshot has become");
  }
}
