package io.latchless.stress.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a sequence, applied to ours and to its oracle alike.
 *
 * @param <T> what it is applied to
 * @param label for the report of a difference
 * @param operation what is done; its result is compared as text
 */
public record Step<T>(String label, Operation<T> operation) {
  /** What is done. */
  @FunctionalInterface
  public interface Operation<T> {
    Object on(T subject) throws Exception;
  }

  /** The results of a sequence, and of a last look. */
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
