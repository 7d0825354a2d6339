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
 * <p>To be used by one thread at a time.
 *
 * @param <H> the type of the handlers
 */
public final class HandlerFailures<H> implements FailureHandler<H> {
  /**
   * One call that has failed.
   *
   * @param handler the handler
   * @param thrown what it threw
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
   * Returns the failures.
   *
   * @return a copy, in the order of the calls
   */
  public List<Failure<H>> list() {
    return List.copyOf(failures);
  }

  /**
   * Throws if there has been a failure, and again if it is called again.
   *
   * @throws HandlersFailedException with what the first handler threw as its cause, and what each
   *     of the others threw as a suppressed exception, be it the same one
   */
  public void throwIfAny() {
    if (!failures.isEmpty()) {
      throw new HandlersFailedException(
          failures.get(0).handler(), failures.stream().<Throwable>map(Failure::thrown).toList());
    }
  }
}
