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

  /** Calls the handler. Returns false if the event must not reach the handlers after this one. */
  boolean call(Object event, @Nullable Awaited awaited) {
    ledger.offered();
    if (isClosed) {
      drop(event, DropReason.CLOSED);
      if (awaited != null) {
        awaited.dropped();
      }
      return true;
    }
    try {
      Propagation goesOn = requireNonNull(handler.onEvent(event), "the interceptor returned null");
      ledger.delivered();
      bus.ledger.delivered();
      if (awaited != null) {
        awaited.delivered();
      }
      return goesOn != Propagation.STOP;
    } catch (Throwable thrown) {
      HandlerFailure failure = failed(event, 1, thrown);
      if (awaited != null) {
        awaited.failed(failure);
      }
      return true;
    }
  }

  @Override
  void closed() {}

  @Override
  boolean awaitQuiescence(long nanos) throws InterruptedException {
    return bus.running.awaitNoneFor(id(), nanos);
  }
}
