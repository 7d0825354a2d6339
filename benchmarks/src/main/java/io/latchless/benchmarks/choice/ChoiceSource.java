package io.latchless.benchmarks.choice;

/**
 * Says who can hold one kind of thing. Found through {@link java.util.ServiceLoader}: name the
 * class in {@code META-INF/services/io.latchless.benchmarks.choice.ChoiceSource}.
 */
public interface ChoiceSource {
  /** Who can hold it, and how that is measured. */
  Choice choice();
}
