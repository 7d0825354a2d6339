package io.latchless.primitives;

/**
 * Is told of every transition and restart of a {@link ProcessStatusHolder}: each exactly once, in
 * version order, by one thread at a time.
 */
@FunctionalInterface
public interface ProcessListener {
  /**
   * A transition or a restart has taken place. By the time of the call others may have followed it.
   *
   * @param from what was left
   * @param to what was entered; its version is that of {@code from} plus one, and so is its
   *     generation if it is a restart
   */
  void onTransition(ProcessSnapshot from, ProcessSnapshot to);

  /**
   * The first call, before any transition: where the listener comes in.
   *
   * @param current what was current when the listener was added, or a later snapshot; the first
   *     transition reported leaves it
   */
  default void onStart(ProcessSnapshot current) {}
}
