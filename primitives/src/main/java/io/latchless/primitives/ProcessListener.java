package io.latchless.primitives;

/**
 * Is told of every transition and restart of a {@link ProcessStatusHolder}: each exactly once, in
 * version order, by one thread at a time.
 *
 * <p>It is called on a thread that adds a listener or causes a transition, or by the holder's
 * executor. For the end of a process that is the thread of its {@link ProcessFollower}. While a
 * call blocks, later calls to all listeners of the same holder wait; the exit is recorded, threads
 * that wait for it go on, and other holders are not held back. A call that waits for a later
 * transition to be told waits for itself. A call may cause transitions, start the next process and
 * close subscriptions. What it throws, of whatever type, goes to the {@link ListenerErrorHandler},
 * and the next listener is told.
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
