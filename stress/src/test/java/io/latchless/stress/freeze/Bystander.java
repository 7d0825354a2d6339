package io.latchless.stress.freeze;

/**
 * An operation that must not depend on the frozen thread.
 *
 * @param name what a report calls it, in one word
 * @param work the operation
 */
public record Bystander(String name, Runnable work) {
  /** Refuses a name that a report could not carry. */
  public Bystander {
    if (!name.matches("\\S+")) {
      throw new IllegalArgumentException("name must be one word, was '" + name + "'");
    }
  }
}
