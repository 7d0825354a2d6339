package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.AnswersBeforeAnyoneListens;
import io.latchless.stress.rogues.AnswersKeptForEver;
import io.latchless.stress.rogues.AnswersOfOneCountedTwice;
import io.latchless.stress.rogues.AnswersThroughAQueue;
import io.latchless.stress.rogues.BusCutInPlace;
import io.latchless.stress.rogues.BusNumberedByLength;
import io.latchless.stress.rogues.BusOfEndlessFailures;
import io.latchless.stress.rogues.BusSilencedByAFailure;
import io.latchless.stress.rogues.BusThatAsksEveryType;
import io.latchless.stress.rogues.BusThatLosesTheDead;
import io.latchless.stress.rogues.BusWithoutGlobal;
import io.latchless.stress.rogues.QueueClosedAfterALook;
import io.latchless.stress.rogues.QueueForgottenAtTheEnd;
import io.latchless.stress.rogues.QueueHandledByItsPublisher;
import io.latchless.stress.rogues.QueueOfSilentDrops;
import io.latchless.stress.rogues.QueueThatBlocksHandlers;
import io.latchless.stress.rogues.QueueThatDropsAtTheWrongEnd;
import io.latchless.stress.rogues.QueueThatReusesItsBatch;
import io.latchless.stress.rogues.QueueThatRunsOn;
import io.latchless.stress.rogues.QueueThatWarnsOfEachDrop;
import io.latchless.stress.rogues.RetainedMissed;
import io.latchless.stress.rogues.RetainedSeenTwice;
import io.latchless.stress.rogues.StartThatLosesEvents;
import io.latchless.stress.rogues.StartThatPublishesAgain;
import io.latchless.stress.rogues.StartThatRepeatsEvents;
import io.latchless.stress.subjects.AnswerTable;
import io.latchless.stress.subjects.CountedQueue;
import io.latchless.stress.subjects.ListedBus;
import io.latchless.stress.subjects.ListedTopic;
import io.latchless.stress.subjects.LoggedStart;
import io.latchless.stress.subjects.QueueSubject;
import io.latchless.stress.subjects.ResponderSubject;
import io.latchless.stress.subjects.RetainedSubject;
import io.latchless.stress.subjects.SmallBus;
import io.latchless.stress.subjects.StartSubject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class BusRoguesTest {
  /** A check of subjects that a factory makes. */
  @FunctionalInterface
  private interface Check<F> {
    List<String> findings(F factory) throws InterruptedException;
  }

  /**
   * A check, what passes it, and what does not.
   *
   * @param expected a part of what is found
   * @param check the check
   * @param sound factories of the library's type and of what the twin is made of
   * @param twin the factory of the broken twin
   */
  private record Trap<F>(String expected, Check<F> check, List<F> sound, F twin) {
    @Override
    public String toString() {
      return expected;
    }
  }

  static Stream<Trap<?>> traps() {
    return Stream.of(
        route("two subscriptions with id 2", RouteChecks::ids, BusNumberedByLength::new),
        route("ended with another subscription", RouteChecks::ids, BusNumberedByLength::new),
        route("skipped during a close", RouteChecks::closing, BusCutInPlace::new),
        route("only [exact, parent] were called", RouteChecks::scopes, BusWithoutGlobal::new),
        route("called 2 times for one event", RouteChecks::types, BusThatAsksEveryType::new),
        route("silenced", RouteChecks::throwing, BusSilencedByAFailure::new),
        route("50 failures about one", RouteChecks::failures, BusOfEndlessFailures::new),
        route("vanished", RouteChecks::dead, BusThatLosesTheDead::new),
        queue("2 of 5 events", QueueChecks::drops, QueueOfSilentDrops::new),
        queue("[1, 5] instead", QueueChecks::oldest, QueueThatDropsAtTheWrongEnd::new),
        queue("wait for each other", QueueChecks::blocking, QueueThatBlocksHandlers::new),
        queue("[3, 4] after the call", QueueChecks::batches, QueueThatReusesItsBatch::new),
        queue("13 warnings of one", QueueChecks::slow, QueueThatWarnsOfEachDrop::new),
        queue("beside the runner", QueueChecks::awaited, QueueHandledByItsPublisher::new),
        queue("over during a call", QueueChecks::quiescence, QueueThatRunsOn::new),
        queue("handled after closing", QueueChecks::quiescence, QueueThatRunsOn::new),
        queue("[] is left of three", QueueChecks::leftovers, QueueForgottenAtTheEnd::new),
        queue("after the last look", QueueChecks::lastLook, QueueClosedAfterALook::new),
        start("100 overtook 2", StartThatPublishesAgain::new),
        start("handled 0 times", StartThatLosesEvents::new),
        start("handled 2 times", StartThatRepeatsEvents::new),
        retained("saw [2, 2] instead", ReplayChecks::duringPublish, RetainedSeenTwice::new),
        retained("saw [1] instead", ReplayChecks::duringLookUp, RetainedMissed::new),
        request("fewer than 3 of 3", ResponderChecks::later, AnswersThroughAQueue::new),
        request("fewer than 1 of 3", ResponderChecks::atOnce, AnswersBeforeAnyoneListens::new),
        request("both of one", ResponderChecks::ofOne, AnswersOfOneCountedTwice::new),
        request("an answered request is kept", ResponderChecks::kept, AnswersKeptForEver::new),
        request("a cancelled request is kept", ResponderChecks::kept, AnswersKeptForEver::new));
  }

  private static Trap<?> route(
      String expected, Check<Supplier<SmallBus>> check, Supplier<SmallBus> twin) {
    return new Trap<>(expected, check, List.of(SmallBus::ours, ListedBus::new), twin);
  }

  private static Trap<?> queue(
      String expected, Check<QueueSubject.Factory> check, QueueSubject.Factory twin) {
    return new Trap<>(expected, check, List.of(QueueSubject.ours(), CountedQueue::new), twin);
  }

  private static Trap<?> start(String expected, StartSubject.Factory twin) {
    return new Trap<>(
        expected,
        ReplayChecks::start,
        List.<StartSubject.Factory>of(StartSubject::ours, LoggedStart::new),
        twin);
  }

  private static Trap<?> retained(
      String expected, Check<Supplier<RetainedSubject>> check, Supplier<RetainedSubject> twin) {
    return new Trap<>(expected, check, List.of(RetainedSubject::ours, ListedTopic::new), twin);
  }

  private static Trap<?> request(
      String expected, Check<ResponderSubject.Factory> check, ResponderSubject.Factory twin) {
    return new Trap<>(expected, check, List.of(ResponderSubject::ours, AnswerTable::new), twin);
  }

  @ParameterizedTest
  @MethodSource("traps")
  <F> void isReportedOfTheTwinOnly(Trap<F> trap) throws InterruptedException {
    for (F sound : trap.sound()) {
      assertThat(trap.check().findings(sound)).isEmpty();
    }
    assertThat(trap.check().findings(trap.twin()))
        .anySatisfy(finding -> assertThat(finding).contains(trap.expected()));
  }
}
