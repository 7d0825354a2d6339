package io.latchless.benchmarks.cli;

import static java.util.Objects.requireNonNullElse;

import io.latchless.benchmarks.choice.ImpossibleShapeException;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that describe the shape of a workload. */
final class ShapeOptions {
  @Option(
      names = "--shared",
      paramLabel = "WHAT",
      description = {
        "What the threads share: status, process, counter, record, map, handlers, queue or history."
      })
  private @Nullable String shared;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = {
        "One of the report's six scenarios, instead of --shared: process-status, event-handlers,"
            + " request-counters, process-registry, log-buffer or complex-state."
      })
  private @Nullable String scenario;

  @Option(
      names = "--reads",
      paramLabel = "PERCENT",
      description = "Percentage of operations that read. Default: 90; 50 for a queue.")
  private @Nullable Integer reads;

  @Option(
      names = "--updates",
      paramLabel = "N",
      description =
          "Updates per second by all threads together, however often they read. Replaces --reads.")
  private @Nullable Integer updates;

  @Option(
      names = "--read-rate",
      paramLabel = "N",
      description =
          "Reads per second by all threads together, however often they update. Replaces --reads.")
  private @Nullable Integer readRate;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Entries of a map, handlers per topic, or capacity of a queue or history.")
  private @Nullable Integer size;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads that use it concurrently. Default: 2.")
  private @Nullable Integer threads;

  @Option(
      names = "--work",
      paramLabel = "TIME",
      converter = NanosConverter.class,
      description = "A thread's local work between two operations: 100ns, 2us. Default: 100ns.")
  private @Nullable Integer work;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Returns whether the options say what is shared. */
  boolean isGiven() {
    return shared != null || scenario != null;
  }

  /** Returns whether the options say anything about how it is used. */
  boolean hasFigures() {
    return mixes() > 0 || size != null || threads != null || work != null;
  }

  private long mixes() {
    return Stream.of(reads, updates, readRate).filter(Objects::nonNull).count();
  }

  /**
   * Returns the shape that the options describe.
   *
   * @throws ParameterException if no workload can have this shape
   */
  Shape shape() {
    if (mixes() > 1) {
      throw bad("--reads, --updates and --read-rate set the share of writes: give one of them");
    }
    if (scenario != null) {
      if (shared != null || hasFigures()) {
        throw bad(
            "--scenario sets the whole shape: omit --shared, --reads, --updates, --read-rate,"
                + " --size, --threads and --work");
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
      if (readRate != null) {
        return shape.withReadsPerSecond(readRate);
      }
      return updates == null ? shape : shape.withUpdatesPerSecond(updates);
    } catch (ImpossibleShapeException e) {
      throw bad("--" + e.getMessage());
    }
  }

  /** Returns the scenario's requirements beyond speed; none without a scenario. */
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
