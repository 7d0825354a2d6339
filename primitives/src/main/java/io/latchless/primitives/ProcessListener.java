package io.latchless.primitives;

/**
 * Receives every transition and restart of a {@link ProcessStatusHolder}, each exactly once, in
 * version order, on one thread at a time.
 *
 * <p>Calls come on a thread that adds a listener or causes a transition, or in the holder's
 * executor. The end of a process is reported by the thread of its {@link ProcessFollower}. While a
 * call blocks, later calls to all listeners of the same holder wait. The exit is still recorded,
 * threads that wait for it continue, and other holders are not delayed. A call that waits for the
 * delivery of a later transition waits for itself. A call may cause transitions, start the next
 * process and close subscriptions. Its exceptions, of whatever type, go to the {@link
 * ListenerErrorHandler}, and the next listener is called.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ProcessListener {
  /**
   * Called after a transition or a restart. Further ones may have followed it by the time of the
   * call.
   *
   * @param from the snapshot before
   * @param to the snapshot after; its version is one above that of {@code from}, and so is its
   *     generation after a restart
   */
  void onTransition(ProcessSnapshot from, ProcessSnapshot to);

  /**
   * Called once, before any transition, with the snapshot from which the listener starts.
   *
   * @param current the snapshot at the time the listener was added, or a later one; the first
   *     reported transition starts from it
   */
  default void onStart(ProcessSnapshot current) {}
}
