package io.latchless.registry;

/**
 * Calls one handler with an event. The registry knows neither the handler's methods nor what they
 * throw, so a dispatch is told how to call it; most often by a method reference.
 *
 * <pre>{@code
 * interface Sink {
 *   void write(Record written) throws IOException;
 * }
 *
 * void publish(Record made) throws IOException {
 *   sinks.dispatch("audit", made, Sink::write); // throws what write throws
 * }
 * }</pre>
 *
 * @param <H> the type of the handler
 * @param <A> the type of the event
 * @param <X> the checked exception that the call may throw; inferred as {@link RuntimeException} if
 *     it declares none
 * @since 0.1.0
 */
@FunctionalInterface
public interface HandlerCall<H, A, X extends Throwable> {
  /**
   * Calls a handler.
   *
   * @param handler the handler
   * @param event the event
   * @throws X as the handler does
   */
  void call(H handler, A event) throws X;
}
