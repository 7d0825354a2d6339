package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what handlers throw in one dispatch, or in several by the same thread.
 *
 * <pre>{@code
 * HandlerFailures<OrderHandler> failures = new HandlerFailures<>();
 * handlers.dispatch("placed", order, OrderHandler::onOrder, failures);
 * failures.throwIfAny();
 * }</pre>
 *
 * <p>Not thread-safe: only one thread may use it at a time.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>for one thread at a time
 *   <tr><th scope="row">Linearizable<td>not applicable
 *   <tr><th scope="row">Happens-before<td>none
 *   <tr><th scope="row">Allocation<td>an object for each failure; {@code list}: a copy
 * </table>
 *
 * @param <H> the type of the handlers
 * @since 0.1.0
 */
public final class HandlerFailures<H> implements FailureHandler<H> {
  /**
   * A call that has failed.
   *
   * @param handler the handler
   * @param thrown the throwable that it threw
   * @param <H> the type of the handler
   */
  public record Failure<H>(H handler, Throwable thrown) {}

  private final List<Failure<H>> failures = new ArrayList<>(0);

  /** Creates a collector without failures. */
  public HandlerFailures() {}

  @Override
  public void onFailure(H handler, Throwable thrown) {
    requireNonNull(handler, "handler");
    requireNonNull(thrown, "thrown");
    failures.add(new Failure<>(handler, thrown));
  }

  /**
   * Returns the failures so far.
   *
   * @return a copy, in the order of the calls
   */
  public List<Failure<H>> list() {
    return List.copyOf(failures);
  }

  /**
   * Throws an exception if there has been a failure. Each call throws again.
   *
   * @throws HandlersFailedException with the first handler's throwable as its cause and each of the
   *     others as a suppressed exception, duplicates included
   */
  public void throwIfAny() {
    if (!failures.isEmpty()) {
      throw new HandlersFailedException(
          failures.get(0).handler(), failures.stream().<Throwable>map(Failure::thrown).toList());
    }
  }
}
