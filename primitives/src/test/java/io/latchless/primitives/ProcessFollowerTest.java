package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests real processes, run by a shell. */
@Timeout(60)
class ProcessFollowerTest {
  private final ProcessStatusHolder holder = new ProcessStatusHolder();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leaveNoProcessBehind() {
    started.forEach(Process::destroyForcibly);
  }

  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  /** Ends on request, or when killed together with the shell. */
  private static ProcessBuilder endless() {
    return shell("exec sleep 600");
  }

  private ProcessFollower start(ProcessBuilder builder) throws IOException {
    ProcessFollower follower = ProcessFollower.start(holder, builder);
    started.add(follower.process());
    return follower;
  }

  private static ProcessSnapshot last(ProcessFollower follower) throws Exception {
    return follower.whenOver().get(30, TimeUnit.SECONDS);
  }

  @Test
  void oneThatExitsWithZeroIsASuccess() throws Exception {
    List<ProcessStatus> told = Collections.synchronizedList(new ArrayList<>());
    Subscription subscription = holder.addListener((from, to) -> told.add(to.status()));
    ProcessFollower follower = start(shell("exit 0"));
    ProcessSnapshot last = last(follower);
    assertThat(last.status()).isEqualTo(ProcessStatus.SUCCESS);
    assertThat(last.exitCode()).hasValue(0);
    assertThat(last.start()).isNotNull().isBeforeOrEqualTo(last.end());
    assertThat(follower.process().waitFor()).isZero();
    assertThat(holder.get()).isEqualTo(last);
    await().until(() -> holder.waiterCount() == 0); // the JDK's thread releases it last
    subscription.close();
    assertThat(told).containsAnyOf(ProcessStatus.RUNNING);
  }

  @Test
  void oneThatExitsWithAnotherCodeHasFailed() throws Exception {
    ProcessSnapshot last = last(start(shell("exit 3")));
    assertThat(last.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(last.exitCode()).hasValue(3);
  }

  @Test
  void oneThatRunsIsRunning() throws Exception {
    ProcessFollower follower = start(endless());
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
    assertThat(holder.get().exitCode()).isEmpty();
    assertThat(follower.whenOver()).isNotDone();
    assertThat(follower.process().isAlive()).isTrue();
  }

  @Test
  void oneThatSomebodyElseKillsHasFailed() throws Exception {
    ProcessFollower follower = start(endless());
    assertThat(follower.process().destroyForcibly().waitFor()).isNotZero();
    ProcessSnapshot last = last(follower);
    assertThat(last.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(last.exitCode()).hasValue(137);
  }

  @Test
  void oneThatIsStoppedIsStopped() throws Exception {
    ProcessFollower follower = start(endless());
    follower.stop();
    ProcessSnapshot last = last(follower);
    assertThat(last.status()).isEqualTo(ProcessStatus.STOPPED);
    assertThat(last.exitCode()).hasValue(143);
    follower.stop();
    follower.kill();
    assertThat(holder.get()).isEqualTo(last);
  }

  @Test
  void oneThatDeclinesToStopCanBeKilled() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done");
    ProcessFollower follower = start(builder);
    assertThat(follower.process().getInputStream().read()).isEqualTo('r');
    follower.stop();
    assertThat(follower.process().isAlive()).isTrue();
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
    follower.kill();
    ProcessSnapshot last = last(follower);
    assertThat(last.status()).isEqualTo(ProcessStatus.STOPPED);
    assertThat(last.exitCode()).hasValue(137);
  }

  @Test
  void oneThatStopsCleanlyWhenAskedIsStoppedToo() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", "trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done");
    ProcessFollower follower = start(builder);
    assertThat(follower.process().getInputStream().read()).isEqualTo('r');
    follower.stop();
    ProcessSnapshot last = last(follower);
    assertThat(last.status()).isEqualTo(ProcessStatus.STOPPED);
    assertThat(last.exitCode()).hasValue(0);
  }

  @Test
  void oneThatCannotBeStartedHasFailed() {
    ProcessBuilder nothing = new ProcessBuilder(new File("/no/such/program").getPath());
    assertThatThrownBy(() -> start(nothing)).isInstanceOf(IOException.class);
    ProcessSnapshot last = holder.get();
    assertThat(last.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(last.start()).isNull();
    assertThat(last.exitCode()).isEmpty();
    assertThat(holder.waiterCount()).isZero();
  }

  @Test
  void aBuilderWithoutACommandHasFailedToo() {
    assertThatThrownBy(() -> start(new ProcessBuilder()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(holder.status()).isEqualTo(ProcessStatus.FAILED);
  }

  @Test
  void oneThatIsRestartedIsANewGeneration() throws Exception {
    ProcessSnapshot first = last(start(shell("exit 3")));
    assertThat(holder.restart(first.generation())).isTrue();
    ProcessSnapshot second = last(start(shell("exit 0")));
    assertThat(second.generation()).isEqualTo(1);
    assertThat(second.status()).isEqualTo(ProcessStatus.SUCCESS);
  }

  @Test
  void theLateExitOfAnOldProcessDoesNotEndANewOne() throws Exception {
    ProcessFollower old = start(endless());
    assertThat(holder.markFailed(0)).as("given up by its owner").isTrue();
    assertThat(holder.restart(0)).isTrue();
    ProcessFollower young = start(endless());
    CompletableFuture<Process> oldExit = old.process().onExit();
    old.kill();
    oldExit.get(30, TimeUnit.SECONDS);
    assertThat(last(old).status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
    young.stop();
    assertThat(last(young).generation()).isEqualTo(1);
  }

  @Test
  void aHolderThatIsNotPendingIsRefusedBeforeAnythingIsStarted() {
    holder.markRunning(0);
    assertThatIllegalStateException()
        .isThrownBy(() -> start(new ProcessBuilder("/no/such/program")))
        .withMessageStartingWith("holder must be PENDING, was ProcessSnapshot[status=RUNNING");
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
  }

  @Test
  void aProcessThatRunsAlreadyIsFollowedAndGoesOnIfRefused() throws Exception {
    Process process = endless().start();
    started.add(process);
    ProcessFollower follower = ProcessFollower.follow(holder, process);
    assertThat(follower.process()).isSameAs(process);
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
    int waiting = holder.waiterCount();
    assertThatIllegalStateException()
        .isThrownBy(() -> ProcessFollower.follow(holder, process))
        .withMessageStartingWith("holder must be PENDING");
    assertThat(process.isAlive()).isTrue();
    assertThat(holder.waiterCount()).isEqualTo(waiting);
  }

  @Test
  void ofTwoThatStartAtOnceOneIsKilledAndTheOtherFollowed() throws Exception {
    List<ProcessFollower> followers = Collections.synchronizedList(new ArrayList<>());
    Race.of(
        2,
        index -> {
          try {
            followers.add(ProcessFollower.start(holder, endless()));
          } catch (IllegalStateException e) {
            assertThat(e).hasMessageStartingWith("holder must be PENDING");
          }
        });
    assertThat(followers).hasSize(1);
    started.add(followers.get(0).process());
    followers.get(0).stop();
    assertThat(last(followers.get(0)).status()).isEqualTo(ProcessStatus.STOPPED);
    await().until(() -> holder.waiterCount() == 0);
  }

  @Test
  void aFutureThatIsCancelledCancelsNothingElse() throws Exception {
    ProcessFollower follower = start(endless());
    assertThat(follower.whenOver().cancel(true)).isTrue();
    assertThat(follower.whenOver()).isNotDone();
    follower.stop();
    assertThat(last(follower).status()).isEqualTo(ProcessStatus.STOPPED);
  }

  @Test
  @NullUnmarked // passes null on purpose
  void aCommandWithNullHasFailedToStart() {
    assertThatThrownBy(() -> start(new ProcessBuilder("sh", null)))
        .isInstanceOf(NullPointerException.class);
    assertThat(holder.status()).isEqualTo(ProcessStatus.FAILED);
  }
}
