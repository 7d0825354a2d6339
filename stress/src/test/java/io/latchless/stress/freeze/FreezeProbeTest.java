package io.latchless.stress.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.freeze.examples.ArrayBlockingQueueOffer;
import io.latchless.stress.freeze.examples.CasLoopAdd;
import io.latchless.stress.freeze.examples.ConcurrentLinkedQueueOffer;
import io.latchless.stress.freeze.examples.ConcurrentLinkedQueuePoll;
import io.latchless.stress.freeze.examples.SpinLockAdd;
import io.latchless.stress.freeze.examples.SynchronizedAdd;
import io.latchless.stress.freeze.examples.TwoStepPublish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeProbeTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        ConcurrentLinkedQueueOffer.class,
        ConcurrentLinkedQueuePoll.class,
        CasLoopAdd.class
      })
  void findsNobodyStoppedByWhatIsLockFree(Class<? extends FreezeScenario> scenario) {
    FreezeReport report = FreezeProbe.walk(scenario);
    System.out.println(report);
    assertThat(report.stoppingPlaces()).as("%s", report).isEmpty();
    assertThat(report.places()).as("places of %s", report).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ArrayBlockingQueueOffer.class,
        SynchronizedAdd.class,
        SpinLockAdd.class,
        TwoStepPublish.class
      })
  void findsWhereOthersAreStoppedByWhatIsNot(Class<? extends FreezeScenario> scenario) {
    FreezeReport report = FreezeProbe.walk(scenario);
    System.out.println(report);
    assertThat(report.stoppingPlaces()).as("%s", report).isNotEmpty();
    assertThat(report.stoppingPlaces().size())
        .as("a victim outside its critical section stops nobody: %s", report)
        .isLessThan(report.places().size());
  }
}
