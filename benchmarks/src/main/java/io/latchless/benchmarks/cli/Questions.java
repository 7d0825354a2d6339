package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Asks for the shape of a workload, line by line. An empty answer takes the default in brackets.
 * After an invalid answer the question is asked again.
 */
final class Questions {
  private static final String A_SECOND = "/s";
  private static final String READS = "reads";

  private final Measured measured;
  private final BufferedReader in;
  private final PrintWriter out;

  /**
   * @param measured the known figures; the defaults are shapes that they have
   */
  Questions(Measured measured, BufferedReader in, PrintWriter out) {
    this.measured = measured;
    this.in = in;
    this.out = out;
  }

  /** Parses an answer. */
  private interface Reading<T> {
    /**
     * Returns the parsed answer.
     *
     * @throws IllegalArgumentException if the answer is invalid; the message says why
     */
    T of(String answer);
  }

  /**
   * Asks for the workload.
   *
   * @throws EOFException if the input ends before the last answer
   */
  Shape askForShape() throws IOException {
    out.println("What do the threads share?");
    for (StructureKind shared : StructureKind.values()) {
      out.printf("  %-9s %s%n", shared.key(), shared.words());
    }
    StructureKind shared = ask("Which of these", usualKind().key(), Questions::shared);
    Shape usual = usual(shared);
    Shape read =
        shared.isBalanced()
            ? usual
            : ask(
                ("How many of 100 operations %s (or, as 10/s, how many per second %s; or, as 10"
                        + " reads/s, how many read)")
                    .formatted(shared.read(), shared.write()),
                mix(usual),
                answer -> read(usual, answer));
    StructureKind.Sizes sizes = shared.sizes();
    Shape sized =
        sizes == null
            ? read
            : ask(
                "How many " + sizes.unit(),
                Integer.toString(usual.size()),
                answer -> read.withSize(number(answer)));
    Shape threaded =
        ask(
            "How many threads use it concurrently",
            Integer.toString(usual.threads()),
            answer -> sized.withThreads(number(answer)));
    return ask(
        "About how many nanoseconds of local work does a thread do before each operation",
        Integer.toString(usual.workNanos()),
        answer -> threaded.withWorkNanos(number(answer)));
  }

  private StructureKind usualKind() {
    List<StructureKind> kinds = measured.contests().keySet().stream().map(Shape::shared).toList();
    return kinds.isEmpty() || kinds.contains(StructureKind.MAP) ? StructureKind.MAP : kinds.get(0);
  }

  /** Returns the measured shape that is nearest to the scenario of a kind. */
  private Shape usual(StructureKind shared) {
    Shape plain =
        Arrays.stream(Scenario.values())
            .map(Scenario::shape)
            .filter(shape -> shape.shared() == shared)
            .findFirst()
            .orElseGet(
                () ->
                    new Shape(
                        shared, shared.isBalanced() ? 50 : 90, Shape.usualSize(shared), 2, 100));
    return measured.nearest(plain).stream().findFirst().orElse(plain);
  }

  private static String mix(Shape shape) {
    if (shape.countsReads()) {
      return shape.readsPerSecond() + " " + READS + A_SECOND;
    }
    return shape.countsUpdates()
        ? shape.updatesPerSecond() + A_SECOND
        : Integer.toString(shape.readPercent());
  }

  /**
   * Asks for the requirements beyond speed.
   *
   * @throws EOFException if the input ends before the last answer
   */
  Requirements askForWants() throws IOException {
    boolean wholeState =
        ask("Must every reader see a consistent snapshot", "no", Questions::yesOrNo);
    boolean goesOn = ask("Must a stopped thread never block another", "no", Questions::yesOrNo);
    Requirements wants =
        ask(
            "How many bytes may an idle instance take at most",
            "any",
            answer -> new Requirements(wholeState, goesOn, bytes(answer)));
    out.println();
    return wants;
  }

  private <T> T ask(String question, String usual, Reading<T> reading) throws IOException {
    while (true) {
      out.printf("%s? [%s] ", question, usual);
      out.flush();
      String line = in.readLine();
      if (line == null) {
        out.println();
        throw new EOFException("the input ended at the question: " + question + "?");
      }
      try {
        return reading.of(line.isBlank() ? usual : line.strip());
      } catch (IllegalArgumentException e) {
        out.println("  " + e.getMessage());
      }
    }
  }

  private static StructureKind shared(String answer) {
    return StructureKind.of(answer)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not one of %s"
                        .formatted(answer, String.join(", ", StructureKind.keys()))));
  }

  private static Shape read(Shape plain, String answer) {
    if (!answer.endsWith(A_SECOND)) {
      return plain.withReadPercent(number(answer));
    }
    String rate = before(A_SECOND, answer);
    return rate.endsWith(READS)
        ? plain.withReadsPerSecond(number(before(READS, rate)))
        : plain.withUpdatesPerSecond(number(rate));
  }

  private static String before(String end, String answer) {
    return answer.substring(0, answer.length() - end.length()).strip();
  }

  private static int number(String answer) {
    try {
      return Integer.parseInt(answer.replace(",", "").replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + answer + "' is not a whole number", e);
    }
  }

  private static boolean yesOrNo(String answer) {
    return switch (answer.toLowerCase(Locale.ROOT)) {
      case "y", "yes" -> true;
      case "n", "no" -> false;
      default -> throw new IllegalArgumentException("'" + answer + "' is neither yes nor no");
    };
  }

  private static long bytes(String answer) {
    return answer.equalsIgnoreCase("any") ? Long.MAX_VALUE : BytesConverter.parse(answer);
  }
}
