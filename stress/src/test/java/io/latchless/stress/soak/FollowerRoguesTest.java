package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.CopiesOfOneFuture;
import io.latchless.stress.rogues.ExitBehindAListener;
import io.latchless.stress.rogues.StopAfterTheExit;
import io.latchless.stress.subjects.ThreadWatchedProcess;
import io.latchless.stress.subjects.WatchedProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
public class FollowerRoguesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static void assertReported(List<String> findings, String expected) {
    assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  @Test
  void reportsNothingOfOurs() throws Exception {
    assertThat(FollowerChecks.slowListener(WatchedProcess.ours(), PATIENCE)).isEmpty();
    assertThat(FollowerChecks.stopAfterExit(WatchedProcess::ours, 20)).isEmpty();
    assertThat(FollowerChecks.futuresGivenUp(WatchedProcess.ours())).isEmpty();
  }

  /** The rogues' base class passes, so only their own mistakes are reported. */
  @Test
  void reportsNothingOfWhatTheyAreMadeOf() throws Exception {
    assertThat(FollowerChecks.slowListener(new ThreadWatchedProcess(), PATIENCE)).isEmpty();
    assertThat(FollowerChecks.stopAfterExit(ThreadWatchedProcess::new, 20)).isEmpty();
  }

  @Test
  void reportsExitBehindAListener() throws InterruptedException {
    assertReported(
        FollowerChecks.slowListener(new ExitBehindAListener(), Duration.ofMillis(50)),
        "RUNNING is recorded for a dead process");
  }

  @Test
  void reportsStopAfterTheExit() throws Exception {
    assertReported(
        FollowerChecks.stopAfterExit(StopAfterTheExit::new, 5_000),
        "STOPPED is recorded for a process that was dead");
  }

  @Test
  void reportsCopiesOfOneFuture() throws Exception {
    assertReported(
        FollowerChecks.futuresGivenUp(new CopiesOfOneFuture()),
        "20 abandoned futures are retained");
  }
}
