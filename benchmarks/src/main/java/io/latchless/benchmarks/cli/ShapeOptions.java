package io.latchless.benchmarks.cli;

import static java.util.Objects.requireNonNullElse;

import io.latchless.benchmarks.choice.ImpossibleShapeException;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The shape of a workload, as options of a command. */
final class ShapeOptions {
  @Option(
      names = "--shared",
      paramLabel = "WHAT",
      description = {
        "What is shared: status, process, counter, record, map, handlers, queue or history."
      })
  private @Nullable String shared;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = {
        "One of the six of the report instead: process-status, event-handlers, request-counters,",
        "process-registry, log-buffer or complex-state."
      })
  private @Nullable String scenario;

  @Option(
      names = "--reads",
      paramLabel = "PERCENT",
      description = "How many of a hundred operations read. Default: 90; of a queue 50.")
  private @Nullable Integer reads;

  @Option(
      names = "--updates",
      paramLabel = "N",
      description =
          "How many updates a second all threads together make, however often it is read; instead"
              + " of --reads.")
  private @Nullable Integer updates;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Entries of a map, handlers of a topic, capacity of a queue or history.")
  private @Nullable Integer size;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads use it at the same time. Default: 2.")
  private @Nullable Integer threads;

  @Option(
      names = "--work",
      paramLabel = "TIME",
      converter = NanosConverter.class,
      description = "A thread's own work between two operations: 100ns, 2us. Default: 100ns.")
  private @Nullable Integer work;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Whether they say what is shared. */
  boolean isGiven() {
    return shared != null || scenario != null;
  }

  /** Whether they say anything of how it is used. */
  boolean hasFigures() {
    return reads != null || updates != null || size != null || threads != null || work != null;
  }

  /**
   * The shape.
   *
   * @throws ParameterException if there is none
   */
  Shape shape() {
    if (reads != null && updates != null) {
      throw bad("--reads and --updates both say how much is written: give one of them");
    }
    if (scenario != null) {
      if (shared != null || hasFigures()) {
        throw bad(
            "--scenario has a shape: give no --shared, --reads, --updates, --size, --threads,"
                + " --work");
      }
      return chosenScenario(scenario).shape();
    }
    String key = requireNonNullElse(shared, "");
    StructureKind what =
        StructureKind.of(key)
            .orElseThrow(
                () ->
                    bad("--shared must be one of %s, was %s".formatted(StructureKind.keys(), key)));
    try {
      Shape shape =
          new Shape(
              what,
              requireNonNullElse(reads, what.isBalanced() ? 50 : 90),
              requireNonNullElse(size, Shape.usualSize(what)),
              requireNonNullElse(threads, 2),
              requireNonNullElse(work, 100));
      return updates == null ? shape : shape.withUpdatesPerSecond(updates);
    } catch (ImpossibleShapeException e) {
      throw bad("--" + e.getMessage());
    }
  }

  /** What a scenario needs beyond speed; nothing without one. */
  Requirements wants() {
    return scenario == null ? Requirements.NOTHING : chosenScenario(scenario).wants();
  }

  private Scenario chosenScenario(String key) {
    return Scenario.of(key)
        .orElseThrow(
            () -> bad("--scenario must be one of %s, was %s".formatted(Scenario.keys(), key)));
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
