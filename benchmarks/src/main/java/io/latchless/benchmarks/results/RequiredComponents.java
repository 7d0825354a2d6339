package io.latchless.benchmarks.results;

import java.io.Serial;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a JSON document omits only components that the model marks as nullable. */
final class RequiredComponents {
  private RequiredComponents() {}

  static void check(Record root) throws MissingException {
    checkRecord("", root);
  }

  private static void checkRecord(String path, Record value) throws MissingException {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String here = path.isEmpty() ? component.getName() : path + "." + component.getName();
      Object part = read(component, value);
      if (part != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        checkPart(here, part);
      }
    }
  }

  private static void checkPart(String path, @Nullable Object part) throws MissingException {
    if (part == null) {
      throw new MissingException(path);
    } else if (part instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        checkPart(path + "[" + i + "]", list.get(i));
      }
    } else if (part instanceof Record nested) {
      checkRecord(path, nested);
    }
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a public record's accessor could not be called", e);
    }
  }

  /** Thrown if a required component is null or absent. */
  static final class MissingException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    MissingException(String path) {
      super(path + " is missing or null");
    }
  }
}
