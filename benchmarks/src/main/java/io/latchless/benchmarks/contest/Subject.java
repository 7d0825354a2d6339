package io.latchless.benchmarks.contest;

import io.latchless.benchmarks.results.Role;
import java.util.List;

/**
 * A participant in a contest.
 *
 * @param name the name for readers, and the value of the benchmark's parameter {@code subject}
 * @param role why it takes part
 * @param jvmArguments the flags that its JVM needs beyond the common ones
 */
public record Subject(String name, Role role, List<String> jvmArguments) {
  /** Copies the list. */
  public Subject {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
