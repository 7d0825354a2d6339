package io.latchless.stress.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.freeze.examples.ArrayBlockingQueueOffer;
import io.latchless.stress.freeze.examples.BlockingOthers;
import io.latchless.stress.freeze.examples.CasLoopAdd;
import io.latchless.stress.freeze.examples.ChildThatDies;
import io.latchless.stress.freeze.examples.ConcurrentHashMapFirstPut;
import io.latchless.stress.freeze.examples.ConcurrentLinkedQueueOffer;
import io.latchless.stress.freeze.examples.ConcurrentLinkedQueuePoll;
import io.latchless.stress.freeze.examples.LinkedBlockingQueueOffer;
import io.latchless.stress.freeze.examples.LockedStatusTransition;
import io.latchless.stress.freeze.examples.NothingToStep;
import io.latchless.stress.freeze.examples.OthersThatThrow;
import io.latchless.stress.freeze.examples.SpinLockAdd;
import io.latchless.stress.freeze.examples.SynchronizedAdd;
import io.latchless.stress.freeze.examples.TwoStepFamily;
import io.latchless.stress.freeze.examples.TwoStepPublish;
import java.util.Collections;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeProbeTest {
  @ParameterizedTest(name = "{0}")
  @Execution(CONCURRENT)
  @ValueSource(classes = {ConcurrentLinkedQueueOffer.class, ConcurrentLinkedQueuePoll.class})
  void findsNobodyStoppedByWhatIsLockFree(Class<? extends FreezeScenario> scenario) {
    FreezeReport report = FreezeProbe.walk(scenario);

    assertThat(report.stoppingPlaces()).as("%s", report).isEmpty();
    assertThat(report.places()).as("places of %s", report).hasSizeGreaterThan(20);
  }

  @Test
  @Execution(CONCURRENT)
  void visitsTheRetryThatOnlyALostCompareAndSetTakes() {
    FreezeReport report = FreezeProbe.walk(CasLoopAdd.class);

    assertThat(report.stoppingPlaces()).as("%s", report).isEmpty();
    assertThat(report.places()).as("%s", report).extracting(Place::method).contains("stepAside");
  }

  @ParameterizedTest(name = "{0}")
  @Execution(CONCURRENT)
  @ValueSource(
      classes = {
        ArrayBlockingQueueOffer.class,
        LinkedBlockingQueueOffer.class,
        LockedStatusTransition.class,
        SynchronizedAdd.class,
        SpinLockAdd.class
      })
  void findsWhereOthersAreStoppedByWhatIsNot(Class<? extends FreezeScenario> scenario) {
    FreezeReport report = FreezeProbe.walk(scenario);

    assertThat(report.stoppingPlaces()).as("%s", report).isNotEmpty();
    assertThat(report.stoppingPlaces().size())
        .as("a victim outside its critical section stops no other thread: %s", report)
        .isLessThan(report.places().size());
  }

  @Test
  @Execution(CONCURRENT)
  void findsWhatOnlyTheFirstOneToComeTakes() {
    FreezeReport report = FreezeProbe.walkUndisturbed(ConcurrentHashMapFirstPut.class, 3);

    assertThat(report.stoppedOperations()).as("%s", report).containsOnlyKeys("put");
    assertThat(report.stoppingPlaces())
        .as("%s", report)
        .extracting(Place::method)
        .containsOnly("initTable");
  }

  @Test
  @Execution(CONCURRENT)
  void namesWhichOperationIsStopped() {
    assertThat(FreezeProbe.walk(TwoStepPublish.class).stoppedOperations())
        .as("only the reader waits for the second step")
        .containsOnlyKeys("newest");
  }

  @Test
  @Execution(CONCURRENT)
  void namesWhichOperationOfAFamilyStopsWhich() {
    assertThat(FreezeProbe.walkFamily(TwoStepFamily.class))
        .extracting(FreezeReport::scenario, report -> report.stoppedOperations().keySet())
        .containsExactly(
            tuple("TwoStepFamily/empty/append", Set.of("newest")),
            tuple("TwoStepFamily/empty/newest", Set.of()));
  }

  @Test
  @Execution(CONCURRENT)
  void failsIfTheVictimIsNeverFrozen() {
    assertThatThrownBy(() -> FreezeProbe.walk(NothingToStep.class))
        .as("a walk without places proves nothing")
        .isInstanceOf(FreezeFailure.class)
        .hasMessageContaining("saw nothing: 0 places");
  }

  @Test
  @Execution(CONCURRENT)
  void failsIfTheChildDies() {
    assertThatThrownBy(() -> FreezeProbe.walk(ChildThatDies.class))
        .as("a child that ends with 0 has still not been probed")
        .isInstanceOf(FreezeFailure.class)
        .hasMessageContaining("the child died");
  }

  @Test
  @Execution(CONCURRENT)
  void failsIfAnOperationOfTheOthersThrows() {
    assertThatThrownBy(() -> FreezeProbe.walk(OthersThatThrow.class))
        .as("an operation that throws has completed no work")
        .isInstanceOf(FreezeFailure.class)
        .hasMessageContaining("NoSuchElementException");
  }

  @Test
  @Execution(CONCURRENT)
  void failsIfAnOperationOfTheOthersWaitsForWhatNobodyOwesIt() {
    assertThatThrownBy(() -> FreezeProbe.walk(BlockingOthers.class))
        .as("an operation that blocks by itself would count as stopped")
        .isInstanceOf(FreezeFailure.class)
        .hasMessageContaining("take does not end although no thread is frozen");
  }

  @Test
  void refusesAReportOfNothing() {
    assertThatThrownBy(
            () ->
                new FreezeReport(
                    "scenario",
                    Collections.unmodifiableSortedSet(new TreeSet<>()),
                    Collections.unmodifiableSortedMap(new TreeMap<>()),
                    true,
                    1,
                    0,
                    0))
        .as("an empty report proves nothing")
        .isInstanceOf(FreezeFailure.class);
  }
}
