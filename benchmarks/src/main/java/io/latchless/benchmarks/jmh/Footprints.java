package io.latchless.benchmarks.jmh;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.SubjectResult;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Deep sizes of idle instances, measured by JOL in one JVM for a whole suite. That JVM has the
 * flags of the measuring JVMs, as object layout depends on them.
 */
public final class Footprints {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> JOL_FLAGS =
      List.of(
          // With these flags JOL needs neither an agent nor self-attachment, and may inspect
          // records and lambdas.
          "-Djol.skipDynamicAttach=true",
          "-Djol.skipHotspotSAAttach=true",
          "-Djol.magicFieldOffset=true",
          "-Dfile.encoding=UTF-8");

  private final Map<String, Long> bytes;

  private Footprints(Map<String, Long> bytes) {
    this.bytes = bytes;
  }

  /** Returns an instance without figures. */
  public static Footprints none() {
    return new Footprints(Map.of());
  }

  /**
   * Measures every subject of every contest that has a factory.
   *
   * @throws IOException if the JVM for the measurement cannot be run
   */
  public static Footprints weigh(Suite suite) throws IOException {
    List<Contest> weighed =
        suite.contests().stream().filter(contest -> contest.footprint() != null).toList();
    if (weighed.isEmpty()) {
      return none();
    }
    ForkWatchdog watchdog = new ForkWatchdog();
    Map<String, Long> bytes = new HashMap<>();
    try (ForkWatchdog.Watch watch = watchdog.watch(LIMIT)) {
      Process process =
          new ProcessBuilder(command(weighed))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(line -> FootprintMain.parse(line, bytes::put));
      }
      if (watch.expired()) {
        throw new IOException(
            "measuring the footprints took more than " + LIMIT.toSeconds() + " s");
      }
    }
    return new Footprints(bytes);
  }

  /** Returns the deep size of an idle instance; empty if it was not measured. */
  public OptionalLong bytes(String contest, String subject) {
    Long found = bytes.get(FootprintMain.key(contest, subject));
    return found == null ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /** Returns a copy of the results with the known sizes. */
  public ContestResult addTo(ContestResult contest) {
    return new ContestResult(
        contest.name(),
        contest.question(),
        contest.workload(),
        contest.threads(),
        contest.subjects().stream().map(subject -> weighed(contest.name(), subject)).toList(),
        contest.comparisons());
  }

  private SubjectResult weighed(String contest, SubjectResult subject) {
    OptionalLong known = bytes(contest, subject.name());
    return known.isPresent() ? subject.withFootprint(known.getAsLong()) : subject;
  }

  private static List<String> command(List<Contest> contests) {
    Set<String> special = new LinkedHashSet<>();
    for (Contest contest : contests) {
      for (Subject subject : contest.subjects()) {
        special.addAll(subject.jvmArguments());
      }
    }
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ForkFlags.COMMON);
    command.addAll(JOL_FLAGS);
    command.addAll(special);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FootprintMain.class.getName());
    contests.forEach(contest -> command.add(contest.name()));
    return command;
  }
}
