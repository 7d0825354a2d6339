package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** Reports progress on one line that is overwritten, for a terminal. */
final class RewritingProgress implements Progress {
  /** A longer line would wrap on a narrow terminal and could not be overwritten. */
  private static final int COLUMNS = 79;

  private final PrintWriter out;

  RewritingProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void measuring(Fork fork, int round, Duration left) {
    String text = ProgressText.measuring(fork, round, left);
    rewrite(text.length() > COLUMNS ? text.substring(0, COLUMNS) : text);
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
    rewrite("");
  }

  private void println(String line) {
    rewrite("");
    out.println(line);
    out.flush();
  }

  private void rewrite(String text) {
    out.print("\r" + text + " ".repeat(COLUMNS - text.length()) + "\r" + text);
    out.flush();
  }
}
