package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A property of the machine or the code in which two runs differ.
 *
 * @param what the property, for example {@code processor}
 * @param older its value in the older run
 * @param newer its value in the newer run
 * @param decisive whether it may affect ours and its opponents so differently that a change says
 *     more about it than about the code
 */
public record MachineDifference(String what, String older, String newer, boolean decisive) {
  /** Returns every property in which two machines differ. */
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

  /** Returns the feature release, or the whole text if it is not a Java version. */
  private static String major(String jdk) {
    try {
      return Integer.toString(Runtime.Version.parse(jdk).feature());
    } catch (IllegalArgumentException e) {
      return jdk;
    }
  }
}
