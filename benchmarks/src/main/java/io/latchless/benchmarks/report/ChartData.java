package io.latchless.benchmarks.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.latchless.benchmarks.results.ContestResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Renders the contests as JSON for a script element. */
final class ChartData {
  /** Finer than a pixel. All seventeen digits of every figure would make up most of the report. */
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Rounded())
                  .addSerializer(double.class, new Rounded()));

  private ChartData() {}

  static String of(List<ContestResult> contests) throws JsonProcessingException {
    // Without "<" no text can end the element. Older scripts take the line separators as line ends.
    return MAPPER
        .writeValueAsString(contests)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static final class Rounded extends JsonSerializer<Double> {
    @Override
    public void serialize(Double figure, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      if (Double.isFinite(figure)) {
        json.writeNumber(new BigDecimal(figure).round(SIX_DIGITS));
      } else {
        json.writeString(figure.toString());
      }
    }
  }
}
