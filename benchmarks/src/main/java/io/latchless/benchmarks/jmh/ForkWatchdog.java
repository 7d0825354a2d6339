package io.latchless.benchmarks.jmh;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kills a fork that exceeds its limit. JMH's own timeout interrupts the benchmark's threads and
 * waits again, so a thread that spins or is stuck at a monitor would block the run for ever.
 */
final class ForkWatchdog {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fork-watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ScheduledFuture<?> killing;
  private volatile Set<Long> foreign = Set.of();
  private volatile boolean watching;

  /** Watches the children that this process starts until the watch is closed. */
  Watch watch(Duration limit) {
    foreign =
        ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    watching = true;
    return new Watch(limit);
  }

  /** Kills the running fork and every later one, since JMH may be about to start one. */
  synchronized void stop() {
    if (killing == null) {
      killing = timer.scheduleAtFixedRate(this::killForks, 0, 20, TimeUnit.MILLISECONDS);
    }
  }

  synchronized boolean stopped() {
    return killing != null;
  }

  private void killForks() {
    if (!watching) {
      return;
    }
    ProcessHandle.current()
        .children()
        .filter(child -> !foreign.contains(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** The watch over one fork. */
  final class Watch implements AutoCloseable {
    private final ScheduledFuture<?> alarm;
    private volatile boolean expired;

    private Watch(Duration limit) {
      alarm = timer.schedule(this::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void expire() {
      expired = true;
      killForks();
    }

    boolean expired() {
      return expired;
    }

    @Override
    public void close() {
      watching = false;
      alarm.cancel(false);
    }
  }
}
