package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The destination of the output.
 *
 * @param out the stream
 * @param rewrites whether a line can be overwritten
 */
record Terminal(PrintWriter out, boolean rewrites) {
  /** Returns a terminal that rewrites lines if the standard streams are connected to one. */
  static Terminal of(PrintWriter out) {
    return new Terminal(out, isTerminal(System.console()) && canRewrite(System.getenv("TERM")));
  }

  static boolean canRewrite(@Nullable String term) {
    return term != null && !term.isEmpty() && !term.equals("dumb");
  }

  Progress progress() {
    return rewrites ? new RewritingProgress(out) : new PlainProgress(out, System::nanoTime);
  }

  /** Formats a time as minutes and seconds, such as {@code 7:05}, with hours if needed. */
  static String clock(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /**
   * From JDK 22 on, a console exists even without a terminal, and has a method that tells the two
   * apart.
   */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
