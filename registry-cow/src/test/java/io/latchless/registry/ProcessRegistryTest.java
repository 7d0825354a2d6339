package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessRegistryTest {
  private static final Duration FOREVER = Duration.ofDays(10_000);

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
    // One cannot any more, the other could; whichever of the two is looked at first.
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
  @SuppressWarnings("NullAway") // what it refuses
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> processes.add(null, new ProcessStatusHolder())).hasMessage("id");
    assertThatThrownBy(() -> processes.add("web", null)).hasMessage("holder");
    assertThatThrownBy(() -> processes.get(null)).hasMessage("id");
    assertThatThrownBy(() -> processes.remove(null)).hasMessage("id");
    assertThatThrownBy(() -> processes.awaitAll(null, Duration.ZERO)).hasMessage("status");
    assertThatThrownBy(() -> processes.awaitAll(ProcessStatus.RUNNING, null)).hasMessage("timeout");
    assertThatThrownBy(() -> processes.awaitAll(ProcessStatus.RUNNING, Duration.ofNanos(-1)))
        .hasMessage("timeout must be at least 0, was PT-0.000000001S");
  }
}
