package io.latchless.benchmarks.contest;

import io.latchless.benchmarks.results.Role;
import java.util.List;

/**
 * One that takes part in a contest.
 *
 * @param name shown to the reader, and the value of the benchmark's parameter {@code subject}
 * @param role why it takes part
 * @param jvmArguments what its JVM needs beyond the common flags
 */
public record Subject(String name, Role role, List<String> jvmArguments) {
  /** Copies the list. */
  public Subject {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
