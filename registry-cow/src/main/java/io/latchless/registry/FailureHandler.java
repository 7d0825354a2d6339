package io.latchless.registry;

/**
 * Is told of handlers that throw, on the thread that dispatches. The handlers after them are called
 * all the same. What it throws itself ends the dispatch and is passed on to its caller.
 *
 * @param <H> the type of the handlers
 */
@FunctionalInterface
public interface FailureHandler<H> {
  /**
   * A handler has thrown.
   *
   * @param handler the handler, which stays subscribed
   * @param thrown what it threw, be it an exception or an error
   */
  void onFailure(H handler, Throwable thrown);
}
