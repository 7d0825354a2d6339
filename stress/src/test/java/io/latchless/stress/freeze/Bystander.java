package io.latchless.stress.freeze;

/**
 * An operation that must not depend on the frozen thread.
 *
 * @param name the operation's name in reports, one word
 * @param work the operation
 */
public record Bystander(String name, Runnable work) {
  /** Rejects a name that does not fit into a report. */
  public Bystander {
    if (!name.matches("\\S+")) {
      throw new IllegalArgumentException("name must be one word, was '" + name + "'");
    }
  }
}
