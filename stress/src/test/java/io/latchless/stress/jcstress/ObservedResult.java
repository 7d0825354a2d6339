package io.latchless.stress.jcstress;

import java.util.List;

/**
 * What one test came to in one configuration of the JVM.
 *
 * @param test binary name of the test class
 * @param status jcstress's own word: NORMAL, or how the run went wrong
 * @param passed whether nothing forbidden was seen
 * @param samples how often the actors met
 * @param table outcomes and counts, or what went wrong, on one line
 */
record ObservedResult(String test, String status, boolean passed, long samples, String table) {
  private static final String SEPARATOR = "\t";

  boolean isNormal() {
    return status.equals("NORMAL");
  }

  /** Whether something forbidden was seen, by a run that itself went well. */
  boolean isCaught() {
    return isNormal() && !passed;
  }

  String toLine() {
    return String.join(
        SEPARATOR,
        test,
        status,
        Boolean.toString(passed),
        Long.toString(samples),
        table.replaceAll("\\s+", " "));
  }

  static ObservedResult fromLine(String line) {
    List<String> parts = List.of(line.split(SEPARATOR, -1));
    if (parts.size() != 5) {
      throw new IllegalArgumentException("a result has 5 parts, not " + parts);
    }
    return new ObservedResult(
        parts.get(0),
        parts.get(1),
        Boolean.parseBoolean(parts.get(2)),
        Long.parseLong(parts.get(3)),
        parts.get(4));
  }
}
