package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.churn.UpdateGarbage;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how much garbage the updates of a map produce. */
@Command(
    name = "churn",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints how much garbage it makes to replace values in a map.",
      "It compares SnapshotMap, a HashMap that is copied for every change, and ConcurrentHashMap.",
      "Nothing is measured: the figures come from the update contests and are interpolated between"
          + " the measured sizes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:bad arguments"})
final class ChurnCommand implements Runnable {
  private static final int MOST_UPDATES = 1_000_000_000;
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  @Option(
      names = "--entries",
      paramLabel = "N",
      required = true,
      description = "Number of entries in the map, 16 to 1048576.")
  private int entries;

  @Option(
      names = "--updates",
      paramLabel = "N",
      required = true,
      description = "Number of values replaced per second, 1 to 1000000000.")
  private int updates;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    require("--entries", entries, UpdateGarbage.FEWEST_ENTRIES, UpdateGarbage.MOST_ENTRIES);
    require("--updates", updates, 1, MOST_UPDATES);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Garbage of a map of %,d entries with %,d updates per second%n%n",
        entries,
        updates);
    out.printf("  %-20s  %15s  %15s%n", "", "per update", "per second");
    for (UpdateGarbage garbage : UpdateGarbage.ALL) {
      double bytes = garbage.bytesPerUpdate(entries);
      out.printf("  %-20s  %15s  %15s%n", garbage.map(), amount(bytes), amount(bytes * updates));
    }
    out.flush();
  }

  private void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s must be from %d to %d, was %d".formatted(option, least, most, value));
    }
  }

  private static String amount(double bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= 999.5 && unit < UNITS.length - 1) {
      left /= 1_000;
      unit++;
    }
    return String.format(
        Locale.ROOT, left < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s", left, UNITS[unit]);
  }
}
