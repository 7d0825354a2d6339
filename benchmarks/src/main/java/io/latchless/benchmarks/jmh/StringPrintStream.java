package io.latchless.benchmarks.jmh;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps what JMH says, and finds in it why a fork failed. */
final class StringPrintStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  PrintStream stream() {
    return stream;
  }

  /** The first line that names an exception or error; JMH itself says only that there was one. */
  String firstError() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.lines()
        .map(String::strip)
        .filter(line -> line.matches("([\\w$]+\\.)+[\\w$]*(Exception|Error)(:.*)?"))
        .findFirst()
        .orElse("its JVM gave no result: " + text);
  }
}
