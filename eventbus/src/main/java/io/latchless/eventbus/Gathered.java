package io.latchless.eventbus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a request.
 *
 * @param answers the answers by responder, in the order in which they came
 * @param failures what responders have thrown, by responder; a responder whose queue has dropped
 *     the request has failed with an {@link IllegalStateException}
 * @param silent the responders that had neither answered nor failed
 * @param isEnough whether as many have answered as the {@link Gather} asked for
 * @param <R> the type of the answers
 * @since 0.1.0
 */
public record Gathered<R>(
    Map<String, R> answers,
    Map<String, Throwable> failures,
    List<String> silent,
    boolean isEnough) {
  /**
   * Creates an outcome.
   *
   * @param answers the answers by responder, in the order in which they came
   * @param failures what responders have thrown, by responder; a responder whose queue has dropped
   *     the request has failed with an {@link EventRejectedException}
   * @param silent the responders that had neither answered nor failed
   * @param isEnough whether as many have answered as the {@link Gather} asked for
   */
  public Gathered {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    silent = List.copyOf(silent);
  }
}
