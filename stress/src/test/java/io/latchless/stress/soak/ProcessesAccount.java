package io.latchless.stress.soak;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.stress.subjects.ProcessesSubject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** One of the processes competing for an id gets it, and keeps it until it is removed. */
public final class ProcessesAccount {
  private ProcessesAccount() {}

  /** Adds processes under the same ids from all threads, then removes them. */
  public static List<String> audit(ProcessesSubject processes, int threads, int ids)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicReferenceArray<@Nullable ProcessStatusHolder> present = new AtomicReferenceArray<>(ids);
    AtomicInteger added = new AtomicInteger();
    AtomicInteger removed = new AtomicInteger();
    Workers.run(
        threads,
        member -> {
          ProcessStatusHolder mine = new ProcessStatusHolder();
          for (int i = 0; i < ids; i++) {
            String id = "process-" + i;
            added.addAndGet(processes.add(id, mine) ? 1 : 0);
            ProcessStatusHolder got = processes.get(id);
            ProcessStatusHolder before = present.getAndSet(i, got);
            findings.require(
                got != null && (before == null || before == got),
                "%s was another process's before",
                id);
          }
        });
    findings.require(added.get() == ids, "%d were added under %d ids", added.get(), ids);
    findings.require(
        processes.all().size() == ids, "%d of %d are registered", processes.all().size(), ids);
    Workers.run(
        threads,
        member -> {
          for (int i = 0; i < ids; i++) {
            removed.addAndGet(processes.remove("process-" + i) == null ? 0 : 1);
          }
        });
    findings.require(removed.get() == ids, "%d of %d were removed", removed.get(), ids);
    findings.require(processes.all().isEmpty(), "%s are left", processes.all());
    return findings.list();
  }
}
