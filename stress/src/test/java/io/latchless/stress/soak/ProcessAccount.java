package io.latchless.stress.soak;

import io.latchless.primitives.ProcessStatus;
import io.latchless.stress.subjects.ProcessSubject;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/** No tuple is torn, and each generation starts and ends once. */
public final class ProcessAccount {
  private ProcessAccount() {}

  public static List<String> audit(ProcessSubject process, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicLong started = new AtomicLong();
    AtomicLong ended = new AtomicLong();
    AtomicLong restarted = new AtomicLong();
    Workers.run(
        threads,
        member -> {
          long last = 0;
          for (int i = 0; i < rounds; i++) {
            ProcessSubject.Tuple now = process.read();
            findings.require(!now.isTorn(), "torn: %s", now);
            long generation = now.generation();
            findings.require(generation >= last, "went back from %d to %s", last, now);
            last = generation;
            started.addAndGet(process.markRunning(generation) ? 1 : 0);
            boolean over =
                (i & 7) == 0
                    ? process.markStopped(generation)
                    : process.markExited(generation, i & 1);
            ended.addAndGet(over ? 1 : 0);
            now = process.read();
            findings.require(!now.isTorn(), "torn: %s", now);
            restarted.addAndGet(process.restart(generation) ? 1 : 0);
          }
        });
    ProcessSubject.Tuple end = process.read();
    findings.require(
        restarted.get() == end.generation(),
        "%d restarts have led to generation %d",
        restarted.get(),
        end.generation());
    long over = end.status().isOver() ? end.generation() + 1 : end.generation();
    findings.require(
        ended.get() == over, "%d ends were granted in %d generations", ended.get(), over);
    findings.require(
        started.get() <= end.generation() + 1,
        "%d starts were granted in %d generations",
        started.get(),
        end.generation() + 1);
    return findings.list();
  }

  /** Reports the exit of an earlier process while its successor is running. */
  public static List<String> lateExit(ProcessSubject process) {
    Findings findings = new Findings();
    process.markRunning(0);
    process.markStopped(0);
    process.restart(0);
    process.markRunning(1);
    boolean granted = process.markExited(0, 1);
    ProcessSubject.Tuple now = process.read();
    findings.require(!granted, "the late exit of generation 0 was granted");
    findings.require(
        now.equals(new ProcessSubject.Tuple(ProcessStatus.RUNNING, 1, OptionalInt.empty())),
        "the late exit of generation 0 has led to %s",
        now);
    return findings.list();
  }
}
