package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessFollower;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessRegistryTest {
  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  private final ProcessRegistry processes = new ProcessRegistry();

  private ProcessStatusHolder add(String id) {
    ProcessStatusHolder holder = new ProcessStatusHolder();
    assertThat(processes.add(id, holder)).isEqualTo(new ProcessRegistry.Added(id));
    return holder;
  }

  @Test
  void refusesAnIdThatIsTaken() {
    ProcessStatusHolder first = add("web");
    assertThat(processes.add("web", new ProcessStatusHolder()))
        .isEqualTo(new ProcessRegistry.Duplicate("web", first));
    assertThat(processes.get("web")).isSameAs(first);
    assertThat(processes.remove("web")).isSameAs(first);
    assertThat(processes.remove("web")).isNull();
    assertThat(processes.get("web")).isNull();
    add("web");
  }

  @Test
  void allIsASnapshotThatNobodyCanChange() {
    ProcessStatusHolder web = add("web");
    MapSnapshot<String, ProcessStatusHolder> all = processes.all();
    add("db");
    assertThat(all).containsExactly(Map.entry("web", web));
    assertThat(processes.all()).containsOnlyKeys("web", "db").isNotSameAs(all);
    assertThatThrownBy(() -> processes.all().remove("web"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> processes.all().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> processes.all().entrySet().iterator().next().setValue(web))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void countsEveryStatus() {
    add("idle");
    add("web").markRunning(0);
    ProcessStatusHolder done = add("done");
    done.markRunning(0);
    done.markExited(0, 0);
    assertThat(processes.countByStatus())
        .containsOnlyKeys(ProcessStatus.values())
        .containsEntry(ProcessStatus.PENDING, 1)
        .containsEntry(ProcessStatus.RUNNING, 1)
        .containsEntry(ProcessStatus.SUCCESS, 1)
        .containsEntry(ProcessStatus.FAILED, 0)
        .containsEntry(ProcessStatus.STOPPED, 0);
  }

  @Test
  void countsAddUpToOneMomentsSizeWhileProcessesComeAndGo() {
    for (int i = 0; i < 40; i++) {
      add("stays-" + i);
    }
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> changes =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                add("moves");
                processes.remove("moves");
              }
            });
    for (int i = 0; i < 2_000; i++) {
      int sum = processes.countByStatus().values().stream().mapToInt(Integer::intValue).sum();
      assertThat(sum).isBetween(40, 41);
    }
    over.set(true);
    changes.join();
  }

  @Test
  void waitsUntilAllHaveReachedAStatus() throws Exception {
    ProcessStatusHolder web = add("web");
    ProcessStatusHolder db = add("db");
    assertThat(processes.awaitAll(ProcessStatus.PENDING, Duration.ZERO)).isTrue();
    web.markRunning(0);
    assertThat(processes.awaitAll(ProcessStatus.RUNNING, Duration.ofMillis(1))).isFalse();
    CompletableFuture<Void> later = CompletableFuture.runAsync(() -> db.markRunning(0));
    assertThat(processes.awaitAll(ProcessStatus.RUNNING, Duration.ofSeconds(30))).isTrue();
    later.join();
    web.markExited(0, 0);
    assertThat(processes.awaitAll(ProcessStatus.RUNNING, Duration.ZERO)).isTrue();
    // One cannot reach it any more, the other could; the order of the two must not matter.
    assertThat(processes.awaitAll(ProcessStatus.FAILED, FOREVER)).isFalse();
    assertThat(web.waiterCount()).isZero();
    assertThat(db.waiterCount()).isZero();
  }

  @Test
  void aWaitThatIsOverLeavesNothingBehind() throws Exception {
    ProcessStatusHolder web = add("web");
    assertThat(processes.awaitAll(ProcessStatus.RUNNING, Duration.ofMillis(1))).isFalse();
    assertThat(web.waiterCount()).isZero();
  }

  @Test
  void waitsForNobodyWhereThereIsNobody() throws Exception {
    assertThat(processes.awaitAll(ProcessStatus.RUNNING, Duration.ZERO)).isTrue();
    assertThat(processes.awaitAll(ProcessStatus.RUNNING)).isTrue();
  }

  @Test
  void removesAndReplacesOnlyWhatTheCallerSpeaksOf() {
    ProcessStatusHolder first = add("web");
    ProcessStatusHolder second = new ProcessStatusHolder();
    assertThat(processes.remove("web", second)).isFalse();
    assertThat(processes.replace("web", second, second)).isFalse();
    assertThat(processes.remove("none", second)).isFalse();
    assertThat(processes.replace("none", second, second)).isFalse();
    assertThat(processes.all()).containsExactly(Map.entry("web", first));
    assertThat(processes.replace("web", first, second)).isTrue();
    assertThat(processes.get("web")).isSameAs(second);
    assertThat(processes.remove("web", first)).isFalse();
    assertThat(processes.remove("web", second)).isTrue();
    assertThat(processes.all()).isEmpty();
  }

  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script).inheritIO();
  }

  @Test
  void startsStopsAndStartsAgainUnderOneId() throws Exception {
    assertThat(processes.follower("web")).isNull();
    ProcessFollower first = processes.start("web", shell("exec sleep 600"));
    try {
      ProcessStatusHolder holder = requireNonNull(processes.get("web"));
      assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
      assertThat(processes.follower("web")).isSameAs(first);
      assertThatThrownBy(() -> processes.start("web", shell("exit 0")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("holder must be PENDING");
      assertThat(first.stop(FOREVER).get(30, SECONDS).status()).isEqualTo(ProcessStatus.STOPPED);
      ProcessFollower second = processes.start("web", shell("exit 0"));
      assertThat(processes.get("web")).isSameAs(holder);
      assertThat(processes.follower("web")).isSameAs(second).isNotSameAs(first);
      assertThat(second.whenOver().get(30, SECONDS).generation()).isEqualTo(1);
    } finally {
      first.kill();
    }
  }

  @Test
  void whatCannotBeStartedCanBeStartedAgain() throws Exception {
    assertThatThrownBy(() -> processes.start("web", new ProcessBuilder("/no/such/program")))
        .isInstanceOf(IOException.class);
    assertThat(processes.countByStatus()).containsEntry(ProcessStatus.FAILED, 1);
    assertThat(processes.follower("web")).isNull();
    assertThat(processes.start("web", shell("exit 0")).whenOver().get(30, SECONDS).exitCode())
        .hasValue(0);
  }

  @Test
  void aListenerStartsWhatHasFailedAndFindsWhatStopsIt() throws Exception {
    ProcessStatusHolder holder = add("web");
    CompletableFuture<ProcessFollower> again = new CompletableFuture<>();
    holder.addListener(
        (from, to) -> {
          try {
            if (to.status() == ProcessStatus.FAILED) {
              processes.start("web", shell("exec sleep 600"));
            } else if (to.status() == ProcessStatus.RUNNING && to.generation() == 1) {
              again.complete(processes.follower("web"));
            }
          } catch (IOException e) {
            again.completeExceptionally(e);
          }
        });
    processes.start("web", shell("exit 3"));
    ProcessFollower follower = again.get(30, SECONDS);
    assertThat(follower.stop(FOREVER).get(30, SECONDS).generation()).isEqualTo(1);
  }

  @Test
  void theExecutorTellsOfWhatItStarts() throws Exception {
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    ProcessRegistry processes =
        new ProcessRegistry(ListenerErrorHandler.logging(), (Executor) tasks::add);
    ProcessFollower follower = processes.start("web", new ProcessBuilder("sh", "-c", "read line"));
    CompletableFuture<ProcessSnapshot> over = follower.whenOver();
    CompletableFuture<ProcessStatus> dependent = over.thenApply(ProcessSnapshot::status);
    follower.process().getOutputStream().close();
    ProcessStatusHolder holder = requireNonNull(processes.get("web"));
    assertThat(holder.awaitReached(ProcessStatus.FAILED)).isTrue();
    assertThat(over.get()).isEqualTo(holder.get());
    assertThat(dependent).isNotDone();
    tasks.take().run(); // the task for RUNNING
    tasks.take().run();
    assertThat(dependent).isCompletedWithValue(ProcessStatus.FAILED);
  }

  @Test
  void aWaitCanBeInterrupted() {
    add("web");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> processes.awaitAll(ProcessStatus.RUNNING, Duration.ofSeconds(30)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void listenersAreToldWhoComesAndGoes() {
    List<String> told = new ArrayList<>();
    try (var subscription =
        processes.addListener(
            (before, after, version) ->
                told.add(before.keySet() + " " + after.keySet() + " " + version))) {
      add("web");
      processes.add("web", new ProcessStatusHolder());
      processes.remove("none");
      processes.remove("web");
      assertThat(subscription.isClosed()).isFalse();
    }
    add("db");
    assertThat(told).containsExactly("[] [web] 1", "[web] [] 2");
  }

  @Test
  @SuppressWarnings("NullAway") // tests that null is refused
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> processes.add(null, new ProcessStatusHolder())).hasMessage("id");
    assertThatThrownBy(() -> processes.add("web", null)).hasMessage("holder");
    assertThatThrownBy(() -> processes.get(null)).hasMessage("id");
    assertThatThrownBy(() -> processes.remove(null)).hasMessage("id");
    assertThatThrownBy(() -> processes.remove("web", null)).hasMessage("holder");
    assertThatThrownBy(() -> processes.replace("web", null, new ProcessStatusHolder()))
        .hasMessage("old");
    assertThatThrownBy(() -> processes.replace("web", new ProcessStatusHolder(), null))
        .hasMessage("next");
    assertThatThrownBy(() -> processes.start(null, shell("exit 0"))).hasMessage("id");
    assertThatThrownBy(() -> processes.start("web", null)).hasMessage("builder");
    assertThatThrownBy(() -> processes.follower(null)).hasMessage("id");
    assertThatThrownBy(() -> processes.awaitAll(null, Duration.ZERO)).hasMessage("status");
    assertThatThrownBy(() -> processes.awaitAll(ProcessStatus.RUNNING, null)).hasMessage("timeout");
    assertThatThrownBy(() -> processes.awaitAll(ProcessStatus.RUNNING, Duration.ofNanos(-1)))
        .hasMessage("timeout must be at least 0, was PT-0.000000001S");
  }
}
