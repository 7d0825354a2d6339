package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.registry.Propagation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscription whose handler runs on the publishers' threads. */
final class DirectSubscriber extends Subscriber {
  private final Interceptor<Object> handler;

  DirectSubscriber(
      BusState bus,
      Consumer<Subscriber> remove,
      long id,
      Topic<?> topic,
      SubscriptionOptions options,
      Interceptor<Object> handler) {
    super(bus, remove, id, topic, options);
    this.handler = handler;
  }

  /** What has become of a call. */
  enum Outcome {
    CONTINUE,

    /** The event must not reach the handlers after this one. */
    STOP,

    /** Nothing was delivered, and the bus has counted that. */
    FAILED
  }

  /** Calls the handler. The caller counts a delivery for the bus. */
  Outcome call(Object event, @Nullable Awaited awaited) {
    if (isClosed) {
      offered();
      drop(event, DropReason.CLOSED);
      if (awaited != null) {
        awaited.dropped();
      }
      return Outcome.FAILED;
    }
    Propagation goesOn;
    try {
      goesOn = requireNonNull(handler.onEvent(event), "the interceptor returned null");
    } catch (Throwable thrown) {
      offered();
      HandlerFailure failure = failed(event, 1, thrown);
      if (awaited != null) {
        awaited.failed(failure);
      }
      return Outcome.FAILED;
    }
    ledger.called(1);
    if (awaited != null) {
      awaited.delivered();
    }
    return goesOn == Propagation.STOP ? Outcome.STOP : Outcome.CONTINUE;
  }

  private void offered() {
    ledger.offered();
    bus.ledger.offered();
  }

  @Override
  void closed() {}

  @Override
  boolean awaitDrained(long nanos) throws InterruptedException {
    return awaitQuiescence(nanos);
  }

  @Override
  boolean awaitQuiescence(long nanos) throws InterruptedException {
    return bus.running.awaitNoneFor(id(), nanos);
  }
}
