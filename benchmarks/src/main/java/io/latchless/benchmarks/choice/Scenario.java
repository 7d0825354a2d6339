package io.latchless.benchmarks.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Six workloads of real services, each as a shape and its requirements beyond speed. Two threads do
 * about 100 ns of local work between operations. A loop without such work favours the subject that
 * keeps a cache line longest, and no service is such a loop.
 *
 * <p>Each comes in two shapes. One has a share of writes so large that the cost of a write shows.
 * The other has the rate of a service, where the rarer operation happens a few times per second,
 * however often the other one runs.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers and an enum
public enum Scenario {
  PROCESS_STATUS(
      "Process status",
      StructureKind.PROCESS,
      90,
      0,
      Requirements.NOTHING.withWholeState(),
      shape -> shape.withUpdatesPerSecond(10)),
  EVENT_HANDLERS(
      "Event handlers",
      StructureKind.HANDLERS,
      95,
      8,
      Requirements.NOTHING,
      shape -> shape.withUpdatesPerSecond(1)),
  REQUEST_COUNTERS(
      "Request counters",
      StructureKind.COUNTER,
      80,
      0,
      Requirements.NOTHING,
      shape -> shape.withReadsPerSecond(10)),
  PROCESS_REGISTRY(
      "Process registry",
      StructureKind.MAP,
      85,
      128,
      Requirements.NOTHING,
      shape -> shape.withUpdatesPerSecond(10)),
  LOG_BUFFER(
      "Log buffer",
      StructureKind.HISTORY,
      50,
      1_024,
      Requirements.NOTHING,
      shape -> shape.withReadsPerSecond(10)),
  COMPLEX_STATE(
      "Complex state",
      StructureKind.RECORD,
      80,
      0,
      Requirements.NOTHING.withWholeState(),
      shape -> shape.withUpdatesPerSecond(10));

  private static final int THREADS = 2;
  private static final int WORK_NANOS = 100;

  private final String title;
  private final Shape shape;
  private final Shape rated;
  private final Requirements wants;

  Scenario(
      String title,
      StructureKind shared,
      int readPercent,
      int size,
      Requirements wants,
      UnaryOperator<Shape> rate) {
    this.title = title;
    this.shape = new Shape(shared, readPercent, size, THREADS, WORK_NANOS);
    this.rated = rate.apply(shape);
    this.wants = wants;
  }

  /** Returns the scenario with the given key, ignoring case. */
  public static Optional<Scenario> of(String key) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.key().equalsIgnoreCase(key))
        .findFirst();
  }

  /** Returns every key. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Scenario::key).toList();
  }

  /** Returns the scenario's name on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the title for readers. */
  public String title() {
    return title;
  }

  /** Returns the shape of the workload with a share of writes. */
  public Shape shape() {
    return shape;
  }

  /** Returns the shape of the workload at the rate of a service. */
  public Shape atServiceRate() {
    return rated;
  }

  /** Returns the requirements beyond speed. */
  public Requirements wants() {
    return wants;
  }
}
