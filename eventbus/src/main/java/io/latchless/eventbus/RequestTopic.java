package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

/**
 * A name and the types of a request and of its answers. Requests have a space of names of their
 * own, without scopes.
 *
 * @param name dotted Java identifiers, such as {@code prices.quote}
 * @param requestType the class of the requests
 * @param answerType the class of the answers
 * @param <Q> the type of the requests
 * @param <R> the type of the answers
 * @since 0.1.0
 */
public record RequestTopic<Q, R>(String name, Class<Q> requestType, Class<R> answerType) {
  /**
   * Creates a topic of requests.
   *
   * @param name dotted Java identifiers, such as {@code prices.quote}
   * @param requestType the class of the requests
   * @param answerType the class of the answers
   * @throws IllegalArgumentException if the name is not dotted identifiers, or a type is a
   *     primitive type
   */
  public RequestTopic {
    Topic.requireIdentifiers(requireNonNull(name, "name"));
    Topic.requireReference(requireNonNull(requestType, "requestType"), "requestType");
    Topic.requireReference(requireNonNull(answerType, "answerType"), "answerType");
  }

  /**
   * Creates a topic of requests.
   *
   * @param name dotted Java identifiers
   * @param requestType the class of the requests
   * @param answerType the class of the answers
   * @param <Q> the type of the requests
   * @param <R> the type of the answers
   * @return the topic
   * @throws IllegalArgumentException if the name is not dotted identifiers, or a type is a
   *     primitive type
   */
  public static <Q, R> RequestTopic<Q, R> of(
      String name, Class<Q> requestType, Class<R> answerType) {
    return new RequestTopic<>(name, requestType, answerType);
  }
}
