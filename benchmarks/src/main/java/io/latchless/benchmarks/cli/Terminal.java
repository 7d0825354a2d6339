package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.compare.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where output goes.
 *
 * @param out the stream
 * @param rewrites whether a line can be written over
 */
record Terminal(PrintWriter out, boolean rewrites) {
  /** The terminal behind the standard streams, if they have one. */
  static Terminal of(PrintWriter out) {
    return new Terminal(out, isTerminal(System.console()) && canRewrite(System.getenv("TERM")));
  }

  static boolean canRewrite(@Nullable String term) {
    return term != null && !term.isEmpty() && !term.equals("dumb");
  }

  Progress progress() {
    return rewrites ? new RewritingProgress(out) : new PlainProgress(out, System::nanoTime);
  }

  /** Minutes and seconds, as {@code 7:05}; hours before them when there are any. */
  static String clock(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** From JDK 22 on there is a console even without a terminal, and a method that tells. */
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
