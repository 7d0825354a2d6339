package io.latchless.benchmarks.results;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;

/** Maps instants to ISO-8601 text, which saves a dependency on a module for dates. */
final class InstantAsText extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  InstantAsText() {
    addSerializer(Instant.class, new ToStringSerializer());
    addDeserializer(Instant.class, new FromText());
  }

  private static final class FromText extends FromStringDeserializer<Instant> {
    @Serial private static final long serialVersionUID = 1L;

    FromText() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw context.weirdStringException(text, Instant.class, e.getMessage());
      }
    }
  }
}
