package io.latchless.registry;

/**
 * Receives what handlers throw, on the dispatching thread. The remaining handlers are called after
 * this call has returned. If it blocks, it delays the rest of its dispatch.
 *
 * @param <H> the type of the handlers
 * @since 0.1.0
 */
@FunctionalInterface
public interface FailureHandler<H> {
  /**
   * Receives the throwable of one handler. A throwable of this method itself ends the dispatch and
   * is passed on to its caller. So does a stack overflow that leaves no room for this call.
   *
   * @param handler the handler, which stays subscribed
   * @param thrown the throwable: an error or an exception, declared or not
   */
  void onFailure(H handler, Throwable thrown);
}
