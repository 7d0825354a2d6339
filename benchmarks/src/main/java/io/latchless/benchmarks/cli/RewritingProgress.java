package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** Progress as one line that is written over, for a terminal. */
final class RewritingProgress implements Progress {
  /** A longer line would wrap on a narrow terminal and could not be written over. */
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
  public void failed(Failure failure) {
    rewrite("");
    out.println(ProgressText.failed(failure));
    out.flush();
  }

  @Override
  public void finished() {
    rewrite("");
  }

  private void rewrite(String text) {
    out.print("\r" + text + " ".repeat(COLUMNS - text.length()) + "\r" + text);
    out.flush();
  }
}
