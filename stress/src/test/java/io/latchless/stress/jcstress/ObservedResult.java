package io.latchless.stress.jcstress;

import java.util.List;

/**
 * The result of one test in one JVM configuration.
 *
 * @param test binary name of the test class
 * @param status jcstress's status: NORMAL, or the kind of failure
 * @param passed whether no forbidden outcome was seen
 * @param samples the number of samples
 * @param table outcomes and counts, or the failure, on one line
 */
record ObservedResult(String test, String status, boolean passed, long samples, String table) {
  private static final String SEPARATOR = "\t";

  boolean isNormal() {
    return status.equals("NORMAL");
  }

  /** Returns whether a run without failures saw a forbidden outcome. */
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
