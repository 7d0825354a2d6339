package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Handlers by key whose subscriptions can also wait until their handler is no longer being called.
 *
 * <pre>{@code
 * QuietHandlerRegistry<String, OrderHandler> handlers = new QuietHandlerRegistry<>();
 * QuietSubscription audit = handlers.subscribe("placed", log::append);
 * ...
 * if (audit.closeAndAwaitQuiet(Duration.ofSeconds(5))) {
 *   log.close();   // nobody appends to it any more
 * }
 * }</pre>
 *
 * <p>All else is as in {@link HandlerRegistry}. Take that one where a late call does no harm: here
 * every dispatch has to say what it is going through and when it has done so, which costs two
 * atomic operations on a cache line that it hardly ever shares.
 *
 * <table class="plain">
 *   <caption>Contract, where it differs</caption>
 *   <tr><th scope="row">Progress<td>{@code dispatch}: lock-free, but for what the handlers do; it looks again
 *       when a handler of any key comes or goes just then. {@code closeAndAwaitQuiet} parks
 *   <tr><th scope="row">Linearizable<td>yes, also together with other objects: the look is a volatile read
 *   <tr><th scope="row">Happens-before<td>what a thread did in the handler, or in any earlier part of a dispatch
 *       that could have called it, happens before what another does after {@code closeAndAwaitQuiet}
 *       has returned true
 *   <tr><th scope="row">Allocation<td>none in {@code dispatch}, once as many have run at the same time before
 *   <tr><th scope="row">Memory<td>about 330 bytes to begin with and 300 for every seat: four seats a processor, and more once
 *       more dispatches have run, or been nested, at the same time
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused
 * @param <H> the type of the handlers
 */
public final class QuietHandlerRegistry<K, H> extends HandlerRegistry<K, H> {
  private final Seats<Handlers<H>> seats;

  /** A registry without handlers. */
  public QuietHandlerRegistry() {
    this(4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));
  }

  QuietHandlerRegistry(int seats) {
    this.seats = new Seats<>(seats);
  }

  @Override
  public QuietSubscription subscribe(K key, H handler) {
    return subscribe(key, handler, 0);
  }

  @Override
  public QuietSubscription subscribe(K key, H handler, int priority) {
    return subscribeAll(Set.of(requireNonNull(key, "key")), handler, priority);
  }

  @Override
  public QuietSubscription subscribeAll(Collection<? extends K> keys, H handler, int priority) {
    Set<K> distinct = distinct(keys);
    return new QuietRegistration(
        add(distinct, handler, priority), id -> update(distinct, present -> present.without(id)));
  }

  @Override
  public <A> int dispatch(K key, A event, BiConsumer<? super H, ? super A> call) {
    requireNonNull(call, "call");
    Seats.Seat<Handlers<H>> seat = sitDown(key);
    if (seat == null) {
      return 0;
    }
    try {
      return callAll(seat.takenFor(), event, call);
    } finally {
      seats.leave(seat);
    }
  }

  @Override
  public <A> int dispatch(
      K key, A event, BiConsumer<? super H, ? super A> call, FailureHandler<? super H> failures) {
    requireNonNull(call, "call");
    requireNonNull(failures, "failures");
    Seats.Seat<Handlers<H>> seat = sitDown(key);
    if (seat == null) {
      return 0;
    }
    try {
      return callAll(seat.takenFor(), event, call, failures);
    } finally {
      seats.leave(seat);
    }
  }

  /**
   * A seat for the handlers of a key, or null if it has none. Who removes one of them after the
   * second look at the table finds the seat taken. Each further turn means that a change has
   * succeeded.
   */
  private Seats.@Nullable Seat<Handlers<H>> sitDown(K key) {
    for (; ; ) {
      Table seen = tableVolatile();
      Handlers<H> found = handlersOf(seen, key);
      if (found.isEmpty()) {
        return null;
      }
      Seats.Seat<Handlers<H>> seat = seats.take(found);
      if (tableVolatile() == seen) {
        return seat;
      }
      seats.leave(seat);
    }
  }

  private final class QuietRegistration extends Registration implements QuietSubscription {
    QuietRegistration(long id, LongConsumer remove) {
      super(id, remove);
    }

    @Override
    public boolean closeAndAwaitQuiet(Duration timeout) throws InterruptedException {
      long nanos = Arguments.requireNanos(timeout, "timeout");
      if (seats.isTakenBy(Thread.currentThread())) {
        throw new IllegalStateException(
            "closeAndAwaitQuiet was called by a thread that is in a dispatch of this registry itself"
                + " and would wait for its own end; call close there");
      }
      close();
      return seats.awaitNoneFor(handlers -> handlers.contains(id()), nanos);
    }
  }
}
