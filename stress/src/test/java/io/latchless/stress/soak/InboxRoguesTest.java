package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.InboxRejectedForEver;
import io.latchless.stress.rogues.InboxThatGoesIdleTooSoon;
import io.latchless.stress.rogues.InboxWithATaskForEachEvent;
import io.latchless.stress.rogues.InboxWithTwoRunners;
import io.latchless.stress.subjects.Inbox;
import io.latchless.stress.subjects.QueuedInbox;
import java.util.List;
import org.junit.jupiter.api.Test;

public class InboxRoguesTest {
  private static final int ROUNDS = 500;

  private static void assertReported(List<String> findings, String expected) {
    assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  @Test
  void reportsNothingOfOurs() throws InterruptedException {
    assertThat(InboxChecks.idle(Inbox::ours, ROUNDS)).isEmpty();
    assertThat(InboxChecks.rejection(Inbox::ours)).isEmpty();
    assertThat(InboxChecks.order(Inbox::ours)).isEmpty();
  }

  /** The rogues' base class passes, so only their own mistakes are reported. */
  @Test
  void reportsNothingOfWhatTheyAreMadeOf() throws InterruptedException {
    Inbox.Factory sound = (handler, executor, capacity) -> new QueuedInbox(handler, executor);
    assertThat(InboxChecks.idle(sound, ROUNDS)).isEmpty();
    assertThat(InboxChecks.rejection(sound)).isEmpty();
    assertThat(InboxChecks.order(sound)).isEmpty();
  }

  @Test
  void reportsLostWakeUp() throws InterruptedException {
    assertReported(
        InboxChecks.idle(
            (handler, executor, capacity) -> new InboxThatGoesIdleTooSoon(handler, executor),
            ROUNDS),
        "left behind");
  }

  @Test
  void reportsRejectionForEver() {
    assertReported(
        InboxChecks.rejection(
            (handler, executor, capacity) -> new InboxRejectedForEver(handler, executor)),
        "after a rejection");
  }

  @Test
  void reportsOvertaking() {
    List<String> findings =
        InboxChecks.order(
            (handler, executor, capacity) -> new InboxWithATaskForEachEvent(handler, executor));
    assertReported(findings, "two calls at once");
    assertReported(findings, "came as number");
  }

  @Test
  void reportsTwoRunners() {
    assertReported(
        InboxChecks.order(
            (handler, executor, capacity) -> new InboxWithTwoRunners(handler, executor)),
        "two calls at once");
  }
}
