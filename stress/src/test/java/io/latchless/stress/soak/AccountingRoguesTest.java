package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.ConfigurationCopiedAndStored;
import io.latchless.stress.rogues.ConfigurationInHalves;
import io.latchless.stress.rogues.GateThatKeepsWaiters;
import io.latchless.stress.rogues.GateThatLosesWakeUps;
import io.latchless.stress.rogues.HistoryThatConsumes;
import io.latchless.stress.rogues.HotRetry;
import io.latchless.stress.rogues.LatestInTwoFields;
import io.latchless.stress.rogues.LazyCheckThenAct;
import io.latchless.stress.rogues.LazyRetriesForEachWaiter;
import io.latchless.stress.rogues.LazyWaitsForItself;
import io.latchless.stress.rogues.NotifierThatCallsOut;
import io.latchless.stress.rogues.ProcessInSeparateAtomics;
import io.latchless.stress.rogues.ProcessRestartsBackward;
import io.latchless.stress.rogues.RingInterruptedTooLate;
import io.latchless.stress.rogues.RingKeepsWhatItGave;
import io.latchless.stress.rogues.RingPublishesPositionFirst;
import io.latchless.stress.rogues.RingThatLosesWakeUps;
import io.latchless.stress.rogues.RingWhoseWaitersOutliveIt;
import io.latchless.stress.rogues.SlotDeliversTwice;
import io.latchless.stress.rogues.SlotWithFlagFirst;
import io.latchless.stress.rogues.StatusOverwritesTerminal;
import io.latchless.stress.rogues.StatusReadThenStore;
import io.latchless.stress.rogues.TicketRingWithoutSafeBit;
import io.latchless.stress.rogues.TicketRingWithoutThresholdReset;
import io.latchless.stress.rogues.WaitByPolling;
import io.latchless.stress.subjects.TicketRing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

public class AccountingRoguesTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 2_000;

  private static boolean reported(List<String> findings, String expected) {
    return findings.stream().anyMatch(finding -> finding.contains(expected));
  }

  private static void assertReported(List<String> findings, String expected) {
    assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  /**
   * Two threads must meet between a read and a store, which takes several attempts on a busy
   * machine.
   */
  @Test
  void reportsStatusByReadThenStore() throws InterruptedException {
    List<String> findings = new ArrayList<>();
    for (int chance = 0; chance < 20 && !reported(findings, "busy at once"); chance++) {
      findings.addAll(StatusAccount.audit(new StatusReadThenStore(), THREADS, ROUNDS));
    }
    assertReported(findings, "busy at once");
  }

  @Test
  void reportsOverwrittenTerminal() throws InterruptedException {
    assertReported(
        StatusAccount.ending(StatusOverwritesTerminal::new, THREADS, ROUNDS),
        "were told that they had ended it");
  }

  @Test
  void reportsCopiedConfiguration() throws InterruptedException {
    assertReported(
        ConfigurationAccount.audit(new ConfigurationCopiedAndStored(), THREADS, ROUNDS),
        "increments have led to");
  }

  @Test
  void reportsConfigurationInHalves() throws InterruptedException {
    assertReported(
        ConfigurationAccount.audit(new ConfigurationInHalves(), THREADS, ROUNDS), "torn");
  }

  @Test
  void reportsBatchDeliveredTwice() throws InterruptedException {
    assertReported(SlotAccount.audit(new SlotDeliversTwice(), 2, ROUNDS), "times");
  }

  @Test
  void reportsFlagBeforeData() throws InterruptedException {
    assertReported(SlotAccount.audit(new SlotWithFlagFirst(), 2, ROUNDS), "times");
  }

  @Test
  void reportsLatestInTwoFields() throws InterruptedException {
    assertReported(LatestAccount.audit(new LatestInTwoFields(), 2, 300), "has also been");
  }

  @Test
  void reportsLazyMadeTwice() throws InterruptedException {
    assertReported(LazyAccount.audit(LazyCheckThenAct::new, THREADS, ROUNDS), "were made");
  }

  @Test
  void reportsTornProcess() throws InterruptedException {
    assertReported(ProcessAccount.audit(new ProcessInSeparateAtomics(), THREADS, ROUNDS), "torn");
  }

  @Test
  void reportsLateExit() {
    assertReported(
        ProcessAccount.lateExit(new ProcessRestartsBackward()),
        "late exit of generation 0 was granted");
  }

  @Test
  void reportsListenersOutOfOrder() throws InterruptedException {
    assertReported(NotifierChecks.order(new NotifierThatCallsOut()), "[2, 1]");
  }

  @Test
  void reportsListenersNested() {
    assertReported(
        NotifierChecks.recursion(new NotifierThatCallsOut(), 100_000), "stack overflowed");
  }

  @Test
  void reportsListenersRobbed() {
    assertReported(NotifierChecks.isolation(new NotifierThatCallsOut()), "told 0 times of 1");
  }

  @Test
  void reportsListenersAccount() throws InterruptedException {
    assertReported(
        NotifierAccount.stayers(new NotifierThatCallsOut(), THREADS, 20_000, 2), "was followed by");
  }

  @Test
  void reportsListenersThatComeAndGo() throws InterruptedException {
    assertReported(
        NotifierAccount.churn(new NotifierThatCallsOut(), 2, 3, ROUNDS), "was followed by");
  }

  @Test
  void reportsMissedTransient() throws InterruptedException {
    assertReported(TransientCheck.audit(WaitByPolling::new), "missed the passing BUSY");
  }

  @Test
  void reportsLostWakeUp() throws InterruptedException {
    assertReported(GateChecks.openedAfterLook(new GateThatLosesWakeUps(), 1), "slept for");
  }

  @Test
  void reportsWaiterLeftBehind() throws InterruptedException {
    assertReported(
        GateChecks.comeAndGo(new GateThatKeepsWaiters(), THREADS, 50), "were left behind");
  }

  @Test
  void reportsHotRetry() {
    assertReported(RetryCheck.audit(new HotRetry()), "attempts where");
  }

  @Test
  void reportsFailureRepeated() throws InterruptedException {
    assertReported(LazyChecks.sharedFailure(LazyRetriesForEachWaiter::new, THREADS), "ran 5 times");
  }

  @Test
  void reportsLazyWaitsForItself() throws InterruptedException {
    assertReported(LazyChecks.recursion(LazyWaitsForItself::new), "waits for itself");
  }

  @Test
  void reportsElementNotYetThere() throws InterruptedException {
    assertReported(
        RingAccount.audit(new RingPublishesPositionFirst(4), 4, 1, ROUNDS), "never came");
  }

  @Test
  void reportsElementPutTwice() throws InterruptedException {
    assertReported(BlockingAccount.audit(new RingInterruptedTooLate(), 1, ROUNDS), "came twice");
  }

  @Test
  void reportsElementKeptAlive() throws InterruptedException {
    assertReported(RetentionCheck.audit(new RingKeepsWhatItGave<>(4)), "kept alive");
  }

  @Test
  void reportsHistoryConsumed() throws InterruptedException {
    assertReported(
        HistoryAccount.audit(new HistoryThatConsumes(8), 8, 2, ROUNDS), "two reads have returned");
  }

  @Test
  void reportsConsumerAsleepBesideAnElement() throws InterruptedException {
    assertReported(BlockingChecks.handOver(new RingThatLosesWakeUps(), ROUNDS), "slept for");
  }

  @Test
  void reportsWaiterThatOutlivesClose() throws InterruptedException {
    assertReported(
        BlockingChecks.closing(new RingWhoseWaitersOutliveIt(), THREADS), "have outlived close");
  }

  @Test
  void reportsThresholdNotReset() {
    assertReported(
        TicketRingChecks.filledAfterManyLooks(new TicketRingWithoutThresholdReset(4)),
        "enqueued after many empty polls");
    assertThat(TicketRingChecks.filledAfterManyLooks(new TicketRing(4))).isEmpty();
  }

  @Test
  void reportsMissingSafeBit() throws InterruptedException {
    assertReported(
        TicketRingChecks.putBehindATaker(new TicketRingWithoutSafeBit(4)),
        "enqueued behind the dequeuers");
    assertThat(TicketRingChecks.putBehindATaker(new TicketRing(4))).isEmpty();
  }
}
