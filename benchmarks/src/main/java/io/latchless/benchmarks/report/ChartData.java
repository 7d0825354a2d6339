package io.latchless.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchless.benchmarks.results.ContestResult;
import java.util.List;

/** The contests as JSON that may stand inside a script element. */
final class ChartData {
  private ChartData() {}

  static String of(List<ContestResult> contests) throws JsonProcessingException {
    // Without "<" no text can end the element; the line separators end a line in older scripts.
    return new ObjectMapper()
        .writeValueAsString(contests)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
