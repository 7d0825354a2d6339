package io.latchless.registry;

/**
 * Is told of handlers that throw, on the thread that dispatches. The handlers after them are called
 * all the same, once this call has returned: if it blocks, it holds back the rest of its dispatch.
 *
 * @param <H> the type of the handlers
 */
@FunctionalInterface
public interface FailureHandler<H> {
  /**
   * Is called when a handler has thrown. What it throws itself ends the dispatch and is passed on
   * to its caller. So does a stack overflow that leaves no room for this call.
   *
   * @param handler the handler, which stays subscribed
   * @param thrown what it threw, be it an error or an exception, declared or not
   */
  void onFailure(H handler, Throwable thrown);
}
