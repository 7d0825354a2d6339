package io.latchless.eventbus;

/**
 * Answers requests, one call at a time.
 *
 * @param <Q> the type of the requests
 * @param <R> the type of the answers
 * @since 0.1.0
 */
@FunctionalInterface
public interface Responder<Q, R> {
  /**
   * Answers a request.
   *
   * @param request the request
   * @return the answer, never null
   * @throws Exception if it cannot; the result of the request then names the failure
   */
  R answer(Q request) throws Exception;
}
