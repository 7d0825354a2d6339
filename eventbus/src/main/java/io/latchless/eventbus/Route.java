package io.latchless.eventbus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subscriptions to one scope, and all that an event published there reaches. Immutable. */
final class Route extends BusState.DirectHandlers {
  /** The type of the events that may be published to the name; null if the name has no type. */
  final @Nullable Class<?> type;

  /** The subscriptions to this very scope, in order. */
  final List<Subscriber> own;

  /** The subscriptions to this scope and those above it that have queues. */
  final QueuedSubscriber[] queued;

  /** The direct ones, in the order in which they are called. */
  final DirectSubscriber[] direct;

  /** Where in {@link #direct} those begin that no interceptor can keep an event from. */
  final int firstCatchAll;

  /** Whether all of them accept every event of the type, so that none need be asked. */
  final boolean isCertain;

  /** The newest event, if the bus retains it. */
  final @Nullable Retained retained;

  /**
   * Creates a route.
   *
   * @param above the routes of the parents with subscriptions, the nearest first, down to the
   *     global one
   * @param catchAll the subscriptions that every event reaches last
   */
  Route(
      @Nullable Class<?> type,
      List<Subscriber> own,
      List<Route> above,
      List<Subscriber> catchAll,
      @Nullable Retained retained) {
    this.type = type;
    this.own = own;
    this.retained = retained;
    List<Subscriber> all = new ArrayList<>(own);
    above.forEach(route -> all.addAll(route.own));
    this.firstCatchAll = (int) all.stream().filter(DirectSubscriber.class::isInstance).count();
    all.addAll(catchAll);
    this.queued =
        all.stream().filter(QueuedSubscriber.class::isInstance).toArray(QueuedSubscriber[]::new);
    this.direct =
        all.stream().filter(DirectSubscriber.class::isInstance).toArray(DirectSubscriber[]::new);
    this.isCertain = type != null && all.stream().allMatch(each -> each.acceptsAll(type));
  }

  /** Returns whether an event may reach a direct subscription. */
  @Override
  public boolean contains(long id) {
    for (DirectSubscriber each : direct) {
      if (each.id() == id) {
        return true;
      }
    }
    return false;
  }
}
