package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something about the machine or the code in which two runs differ.
 *
 * @param what for example {@code processor}
 * @param older what it was in the older run
 * @param newer what it was in the newer run
 * @param decisive whether ours and its opponents may answer to it so differently that a change says
 *     more about it than about the code
 */
public record MachineDifference(String what, String older, String newer, boolean decisive) {
  /** Everything in which two machines differ. */
  public static List<MachineDifference> between(Machine older, Machine newer) {
    List<MachineDifference> all = new ArrayList<>();
    all.add(new MachineDifference("processor", older.cpu(), newer.cpu(), true));
    all.add(new MachineDifference("number of cores", cores(older), cores(newer), true));
    all.add(new MachineDifference("memory", memory(older), memory(newer), false));
    all.add(new MachineDifference("system", older.os(), newer.os(), false));
    all.add(
        new MachineDifference(
            "JDK", older.jdk(), newer.jdk(), !major(older.jdk()).equals(major(newer.jdk()))));
    all.add(new MachineDifference("virtual machine", older.vm(), newer.vm(), false));
    all.add(new MachineDifference("flags", flags(older), flags(newer), false));
    all.add(new MachineDifference("commit", older.commit(), newer.commit(), false));
    all.removeIf(difference -> difference.older().equals(difference.newer()));
    return List.copyOf(all);
  }

  private static String cores(Machine machine) {
    return Integer.toString(machine.cores());
  }

  private static String memory(Machine machine) {
    return String.format(Locale.ROOT, "%,d MiB", machine.memoryBytes() >> 20);
  }

  private static String flags(Machine machine) {
    return machine.flags().isEmpty() ? "none" : String.join(" ", machine.flags());
  }

  /** The feature release, or the whole text of a version that is not written as Java writes it. */
  private static String major(String jdk) {
    try {
      return Integer.toString(Runtime.Version.parse(jdk).feature());
    } catch (IllegalArgumentException e) {
      return jdk;
    }
  }
}
