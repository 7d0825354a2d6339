package io.latchless.stress.rogues;

import io.latchless.primitives.ProcessStatus;
import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.ProcessSubject;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/** Reads and writes one tuple at a time, but ignores which process an exit report belongs to. */
@Rogue(
    trap = "restart as a backward step: the old process ends the new one",
    caughtBy = AccountingRoguesTest.class)
@SuppressWarnings("NullAway") // its references are never null
public final class ProcessRestartsBackward implements ProcessSubject {
  private final AtomicReference<Tuple> tuple =
      new AtomicReference<>(new Tuple(ProcessStatus.PENDING, 0, OptionalInt.empty()));

  private boolean goOn(ProcessStatus to, OptionalInt code) {
    Tuple seen = tuple.get();
    return ProcessStatus.lifecycle().allows(seen.status(), to)
        && tuple.compareAndSet(seen, new Tuple(to, seen.generation(), code));
  }

  @Override
  public boolean markRunning(long generation) {
    return goOn(ProcessStatus.RUNNING, OptionalInt.empty());
  }

  @Override
  public boolean markExited(long generation, int code) {
    return tuple.get().status() == ProcessStatus.RUNNING
        && goOn(code == 0 ? ProcessStatus.SUCCESS : ProcessStatus.FAILED, OptionalInt.of(code));
  }

  @Override
  public boolean markStopped(long generation) {
    return goOn(ProcessStatus.STOPPED, OptionalInt.empty());
  }

  @Override
  public boolean restart(long generation) {
    Tuple seen = tuple.get();
    return seen.status().isOver()
        && tuple.compareAndSet(
            seen, new Tuple(ProcessStatus.PENDING, seen.generation() + 1, OptionalInt.empty()));
  }

  @Override
  public Tuple read() {
    return tuple.get();
  }
}
