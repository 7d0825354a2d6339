package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Reports progress as occasional lines, for a log or a dumb terminal. */
final class PlainProgress implements Progress {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final LongSupplier clock;
  private long nextLine;

  PlainProgress(PrintWriter out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    this.nextLine = clock.getAsLong();
  }

  @Override
  public void measuring(Fork fork, int round, Duration left) {
    long now = clock.getAsLong();
    if (now - nextLine >= 0) {
      nextLine = now + BETWEEN_LINES.toNanos();
      println(ProgressText.measuring(fork, round, left));
    }
  }

  @Override
  public void tooShort(Duration needed) {
    println(ProgressText.tooShort(needed));
  }

  @Override
  public void failed(Failure failure) {
    println(ProgressText.failed(failure));
  }

  @Override
  public void finished() {
    out.flush();
  }

  private void println(String line) {
    out.println(line);
    out.flush();
  }
}
