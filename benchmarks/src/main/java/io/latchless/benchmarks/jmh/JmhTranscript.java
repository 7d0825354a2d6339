package io.latchless.benchmarks.jmh;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Keeps the output of JMH, and finds the reason for a fork's failure in it or in a thrown
 * exception.
 */
final class JmhTranscript {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  PrintStream stream() {
    return stream;
  }

  /**
   * Returns the message of the exception that the benchmark threw. JMH wraps it as the cause or a
   * suppressed exception of its own.
   */
  String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null || deepest.getSuppressed().length > 0) {
      deepest = deepest.getCause() != null ? deepest.getCause() : deepest.getSuppressed()[0];
    }
    // If the JVM itself died there is no exception of the benchmark, only the JVM's output.
    return deepest.getClass().getName().startsWith("org.openjdk.jmh.")
        ? lastWords(deepest.toString())
        : oneLine(deepest.toString());
  }

  private String lastWords(String otherwise) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .filter(line -> line.contains("Error") || line.contains("Exception"))
        .findFirst()
        .orElse("its JVM gave no result: " + otherwise);
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
