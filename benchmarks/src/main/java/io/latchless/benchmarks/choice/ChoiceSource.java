package io.latchless.benchmarks.choice;

/**
 * Provides the candidates for one kind of shared state. Implementations are found by {@link
 * java.util.ServiceLoader}: list the class in {@code
 * META-INF/services/io.latchless.benchmarks.choice.ChoiceSource}.
 */
public interface ChoiceSource {
  /** Returns the candidates and the benchmark that measures them. */
  Choice choice();
}
