package io.latchless.stress.rogues;

import io.latchless.primitives.ProcessStatus;
import io.latchless.stress.lincheck.ProcessRoguesTest;
import io.latchless.stress.subjects.ProcessSubject;
import io.latchless.stress.subjects.Turn;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Changes the status by compare-and-set, and stores the exit code after it. */
@Rogue(trap = "status and exit code in separate atomics: torn", caughtBy = ProcessRoguesTest.class)
@SuppressWarnings("NullAway") // its references are never null
public final class ProcessInSeparateAtomics implements ProcessSubject {
  private final AtomicReference<ProcessStatus> status =
      new AtomicReference<>(ProcessStatus.PENDING);
  private volatile @Nullable Integer exitCode;
  private volatile long generation;

  private boolean goOn(ProcessStatus to) {
    ProcessStatus seen = status.get();
    return ProcessStatus.lifecycle().allows(seen, to) && status.compareAndSet(seen, to);
  }

  @Override
  public boolean markRunning(long ofGeneration) {
    return ofGeneration == generation && goOn(ProcessStatus.RUNNING);
  }

  @Override
  public boolean markExited(long ofGeneration, int code) {
    boolean ended =
        ofGeneration == generation
            && status.get() == ProcessStatus.RUNNING
            && goOn(code == 0 ? ProcessStatus.SUCCESS : ProcessStatus.FAILED);
    if (ended) {
      Turn.linger(); // widens the race window for real threads
      exitCode = code;
    }
    return ended;
  }

  @Override
  public boolean markStopped(long ofGeneration) {
    return ofGeneration == generation && goOn(ProcessStatus.STOPPED);
  }

  @Override
  public boolean restart(long ofGeneration) {
    ProcessStatus seen = status.get();
    if (ofGeneration != generation || !seen.isOver()) {
      return false;
    }
    generation = ofGeneration + 1;
    exitCode = null;
    return status.compareAndSet(seen, ProcessStatus.PENDING);
  }

  @Override
  public Tuple read() {
    Integer code = exitCode;
    return new Tuple(
        status.get(), generation, code == null ? OptionalInt.empty() : OptionalInt.of(code));
  }
}
