package io.latchless.benchmarks.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.workload.VirtualThreads;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingContestsTest {
  private static final List<Contest> CONTESTS = new BlockingContests().contests();

  @Test
  void virtualThreadsAreOfferedWhereThereAreAny() throws Exception {
    List<Contest> virtual =
        CONTESTS.stream().filter(contest -> contest.name().contains("virtual")).toList();
    assertThat(virtual).hasSize(VirtualThreads.exist() ? 1 : 0);
    for (Contest contest : virtual) {
      for (Subject subject : contest.subjects()) {
        VirtualPutTake benchmark = new VirtualPutTake();
        benchmark.subject = subject.name();
        benchmark.create();
        benchmark.passOn();
        benchmark.stop();
      }
    }
    if (virtual.isEmpty()) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(VirtualThreads::perTask);
    } else {
      ExecutorService threads = VirtualThreads.perTask();
      assertThat(threads.submit(() -> Thread.currentThread().toString()).get())
          .startsWith("VirtualThread");
      threads.shutdown();
    }
  }

  @Test
  void everyPoolRunsItsTasks() throws InterruptedException {
    for (Contest contest : CONTESTS) {
      if (contest.benchmark() == PoolTasks.class) {
        for (Subject subject : contest.subjects()) {
          PoolTasks benchmark = new PoolTasks();
          benchmark.subject = subject.name();
          benchmark.create();
          for (int i = 0; i < 10_000; i++) {
            benchmark.execute();
          }
          benchmark.stop();
        }
      }
    }
  }
}
