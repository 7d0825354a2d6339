package io.latchless.stress.hostile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All scenarios, one file for each type of the library or group of related types. */
final class Scenarios {
  private static final String[] LIBRARY = {
    "io.latchless.primitives",
    "io.latchless.ringbuffer",
    "io.latchless.registry",
    "io.latchless.metrics",
    "io.latchless.eventbus"
  };

  /** Methods that need a real process or an export, each with the test of its hostile cases. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "MetricsSnapshot.Histogram.forEachBucket(BucketConsumer)", "HistogramSnapshotTest",
          "ProcessFollower.follow(ProcessStatusHolder,ProcessHandle)", "ProcessSeamsTest",
          "ProcessFollower.stop(Duration)", "ProcessSeamsTest",
          "ProcessFollower.stopTree(Duration)", "ProcessSeamsTest",
          "ProcessRegistry.new(ListenerErrorHandler,Executor)", "ProcessRegistryTest",
          "ProcessStatusHolder.new(InstantSource,ListenerErrorHandler,Executor)",
              "ProcessSeamsTest");

  private Scenarios() {}

  static List<Row<?>> all() {
    return Stream.of(
            RingScenarios.all(),
            OverwritingRingScenarios.all(),
            HandlerScenarios.all(),
            MapScenarios.all(),
            MetricsScenarios.all(),
            StatusHolderScenarios.all(),
            SnapshotRefScenarios.all(),
            ProcessScenarios.all(),
            BusScenarios.all())
        .flatMap(rows -> rows)
        .toList();
  }

  /** Returns the library's public methods that run user code. */
  static Set<String> sites() {
    return UserCode.sites(UserCode.publicClasses(LIBRARY));
  }

  /** Returns the signatures that no scenario covers. */
  static Set<String> missing(Set<String> sites) {
    Set<String> missing = new TreeSet<>(sites);
    missing.removeAll(ELSEWHERE.keySet());
    all().forEach(row -> missing.removeAll(row.covered()));
    return missing;
  }

  /** Returns the covered signatures that do not exist in the library. */
  static Set<String> stale() {
    Set<String> stale = new TreeSet<>();
    all().forEach(row -> stale.addAll(row.covered()));
    stale.removeAll(sites());
    // Methods without parameters print or read user code; no finder requires them.
    stale.removeIf(each -> each.endsWith("()"));
    return stale;
  }

  /** Returns the declared exceptions that name an operation their subject does not have. */
  static Set<String> idleExceptions() {
    Set<String> idle = new TreeSet<>();
    for (Row<?> row : all()) {
      if (!row.exceptions().isEmpty()) {
        Subject subject = row.fresh();
        row.exceptions().stream()
            .filter(name -> !name.equals(Hostility.ITSELF))
            .filter(name -> !subject.operations().containsKey(name))
            .forEach(name -> idle.add(row + " makes an exception of " + name));
        subject.discard();
      }
    }
    return idle;
  }
}
