package io.latchless.benchmarks.process;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.benchmarks.cell.CellDelivery;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessListener;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A process holder behind the lock of a cell. */
final class MutexProcessHolder implements ProcessHolder {
  /** Guarded by the cell's lock. */
  private static final class Generation {
    ProcessSnapshot last;
    private int reached;

    Generation(ProcessSnapshot first) {
      last = first;
      reached = bit(first.status());
    }

    void enter(ProcessSnapshot next) {
      last = next;
      reached |= bit(next.status());
    }

    boolean hasReached(ProcessStatus status) {
      return (reached & bit(status)) != 0;
    }

    boolean isDecided(ProcessStatus status) {
      return hasReached(status) || !ProcessStatus.lifecycle().canReach(last.status(), status);
    }

    @SuppressWarnings("EnumOrdinal") // a mask that lives no longer than the enum
    private static int bit(ProcessStatus status) {
      return 1 << status.ordinal();
    }
  }

  private final InstantSource clock;
  private final Cell<ProcessSnapshot, ProcessListener> cell;

  /** Guarded by the cell's lock. */
  private Generation generation;

  MutexProcessHolder(String lock, InstantSource clock, ListenerErrorHandler errors) {
    this.clock = clock;
    ProcessSnapshot first = pending(0, 0);
    this.generation = new Generation(first);
    this.cell =
        Cell.create(
            lock,
            first,
            new CellDelivery<>() {
              @Override
              public void start(ProcessListener listener, ProcessSnapshot now) {
                listener.onStart(now);
              }

              @Override
              public void change(
                  ProcessListener listener, ProcessSnapshot from, ProcessSnapshot to) {
                listener.onTransition(from, to);
              }
            },
            errors);
  }

  private static ProcessSnapshot pending(long generation, long version) {
    return new ProcessSnapshot(
        ProcessStatus.PENDING, generation, version, null, null, OptionalInt.empty());
  }

  @Override
  public ProcessSnapshot get() {
    return cell.get();
  }

  @Override
  public boolean markRunning(long generation) {
    return mark(generation, ProcessStatus.RUNNING, OptionalInt.empty());
  }

  @Override
  public boolean markExited(long generation, int exitCode) {
    ProcessStatus to = exitCode == 0 ? ProcessStatus.SUCCESS : ProcessStatus.FAILED;
    return mark(generation, to, OptionalInt.of(exitCode));
  }

  @Override
  public boolean markStopped(long generation) {
    return mark(generation, ProcessStatus.STOPPED, OptionalInt.empty());
  }

  @Override
  public boolean markStopped(long generation, int exitCode) {
    return mark(generation, ProcessStatus.STOPPED, OptionalInt.of(exitCode));
  }

  @Override
  public boolean markFailed(long generation) {
    return mark(generation, ProcessStatus.FAILED, OptionalInt.empty());
  }

  private boolean mark(long of, ProcessStatus to, OptionalInt exitCode) {
    return cell.change(now -> isCurrent(of, now) ? marked(now, to, exitCode) : null) != null;
  }

  private @Nullable ProcessSnapshot marked(
      ProcessSnapshot before, ProcessStatus to, OptionalInt exitCode) {
    boolean exitWithoutStart = exitCode.isPresent() && before.start() == null;
    if (exitWithoutStart || !ProcessStatus.lifecycle().allows(before.status(), to)) {
      return null;
    }
    Instant now = clock.instant();
    Instant start = to == ProcessStatus.RUNNING ? now : before.start();
    Instant end = start != null && now.isBefore(start) ? start : now;
    ProcessSnapshot next =
        new ProcessSnapshot(
            to,
            before.generation(),
            before.version() + 1,
            start,
            to.isOver() ? end : null,
            exitCode);
    generation.enter(next);
    return next;
  }

  @Override
  public boolean restart(long of) {
    return cell.change(
            now -> {
              if (!isCurrent(of, now) || !now.status().isOver()) {
                return null;
              }
              ProcessSnapshot next = pending(of + 1, now.version() + 1);
              generation = new Generation(next);
              return next;
            })
        != null;
  }

  private static boolean isCurrent(long generation, ProcessSnapshot now) {
    if (generation < 0 || generation > now.generation()) {
      throw new IllegalArgumentException(
          "generation must be from 0 to %d, was %d".formatted(now.generation(), generation));
    }
    return generation == now.generation();
  }

  @Override
  public boolean awaitReached(ProcessStatus status, Duration timeout) throws InterruptedException {
    Generation mine = cell.locked(() -> generation);
    return cell.await(now -> mine.isDecided(status), timeout.toNanos()) != null
        && cell.locked(() -> mine.hasReached(status));
  }

  @Override
  public CompletableFuture<ProcessSnapshot> whenOver() {
    Generation mine = cell.locked(() -> generation);
    return cell.when(
        (now, future) -> {
          ProcessSnapshot last = mine.last;
          return last.status().isOver() ? () -> future.complete(last) : null;
        });
  }

  @Override
  public Subscription addListener(ProcessListener listener) {
    return cell.subscribe(listener);
  }
}
