package io.latchless.stress.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a sequence, applied both to the library's type and to its oracle.
 *
 * @param <T> the type that the step is applied to
 * @param label name of the step in the report of a difference
 * @param operation the operation; its result is compared as text
 */
public record Step<T>(String label, Operation<T> operation) {
  /** An operation on a subject. */
  @FunctionalInterface
  public interface Operation<T> {
    Object on(T subject) throws Exception;
  }

  /** Returns the results of a sequence, and of a final read. */
  public static <T> List<String> results(List<Step<T>> steps, T subject, Operation<T> lastLook) {
    List<String> results = new ArrayList<>();
    for (Step<T> step : steps) {
      results.add(step.label + ": " + step.result(subject));
    }
    results.add("in the end: " + new Step<>("", lastLook).result(subject));
    return results;
  }

  private String result(T subject) {
    try {
      return String.valueOf(operation.on(subject));
    } catch (IllegalStateException refused) {
      return "refused";
    } catch (Exception thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  @Override
  public String toString() {
    return label;
  }
}
