package io.latchless.eventbus;

import io.latchless.metrics.Counter;
import io.latchless.primitives.internal.HazardSlots;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Keeps the table of subscriptions, and brings events to their recipients. */
final class Router {
  /*
   * THE TABLE of routes holds all subscriptions and the phase of the bus. It is immutable and is
   * replaced by compare-and-set, so a publication, which reads it once, sees all of it at one
   * moment.
   *
   * DIRECT HANDLERS are called while a hazard slot protects the route, as in
   * QuiescentHandlerRegistry: the publisher takes a slot and reads the table again; if it has
   * changed, the publisher takes the direct subscriptions of the new table. A runner takes a slot
   * for its subscription. So the slots tell which handlers are being called, and which threads call
   * handlers. The second read must not come before the store that takes the slot. So the table is
   * volatile.
   *
   * COUNTS OF THE BUS are raised once for a publication: its offers before the first queue, if all
   * recipients are known by then, and its calls after the last direct handler. No step in between
   * throws, unless memory runs out: the stack was checked, and each recipient catches what user
   * code throws.
   */

  private static final VarHandle ROUTES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "routes", VarHandle.class, Router.class, Routes.class);

  /** What follows if a queue rejects the event; the bus's own events are never refused or dead. */
  enum ThenRejected {
    THROW,
    IGNORE,
    OWN
  }

  /** Counts events without a recipient. */
  final Counter dead = new Counter();

  /** Counts publications and requests to a bus that is closing or closed. */
  final Counter refused = new Counter();

  private final BusState state;
  private final StartLog log;
  private final Topic<DeadEvent> deadEvents;

  private volatile Routes routes;

  Router(BusState state, StartLog log, Topic<DeadEvent> deadEvents, Routes first) {
    this.state = state;
    this.log = log;
    this.deadEvents = deadEvents;
    this.routes = first;
  }

  Routes table() {
    return routes;
  }

  /** Replaces the table, unless another thread has done so. */
  boolean replace(Routes seen, Routes next) {
    return ROUTES.compareAndSet(this, seen, next);
  }

  /** Takes a subscription out of the table. */
  void remove(Subscriber removed) {
    Routes seen;
    Routes next;
    do {
      seen = routes;
      next = seen.without(removed);
    } while (next != seen && !replace(seen, next));
  }

  /** Publishes an event of the bus itself, if anyone listens. */
  <E> void publishOwn(Topic<E> topic, E event) {
    var unused = publish(topic, event, null, ThenRejected.OWN);
  }

  /** Counts an event without a recipient, and tells those that listen. */
  void countDead(String topic, Object event) {
    dead.increment();
    publishOwn(deadEvents, new DeadEvent(topic, event));
  }

  /**
   * Publishes an event whose topic and type have been checked. Checks the stack first, so that no
   * overflow in the bus itself leaves an event without an outcome.
   */
  PublishResult publish(
      Topic<?> topic, Object event, @Nullable Awaited awaited, ThenRejected then) {
    StackRoom.require();
    long version = Envelope.UNVERSIONED;
    for (; ; ) {
      Routes seen = routes;
      if (seen.phase == Routes.Phase.CLOSED
          || (seen.phase == Routes.Phase.CLOSING
              && then != ThenRejected.OWN
              && !state.isInHandler())) {
        refused.increment();
        return PublishResult.REFUSED;
      }
      Route exact = seen.exact(topic.name());
      if (exact != null) {
        Routes.requireType(topic, exact);
        if (exact.retained != null && version == Envelope.UNVERSIONED) {
          // Replaced before the recipients are looked up: a subscription that is not in the table
          // yet will find this event in the topic.
          version = exact.retained.replace(event);
          continue;
        }
      }
      if (seen.phase != Routes.Phase.NEW) {
        return deliver(seen, exact, topic, event, version, awaited, then);
      }
      StartLog.Outcome logged = log.add(topic, event, version);
      if (logged == StartLog.Outcome.ADDED) {
        return PublishResult.BUFFERED;
      }
      if (logged == StartLog.Outcome.FULL) {
        state.ledger.offered();
        state.ledger.dropped(DropReason.START_LOG_FULL);
        return PublishResult.DROPPED;
      }
    }
  }

  private PublishResult deliver(
      Routes seen,
      @Nullable Route exact,
      Topic<?> topic,
      Object event,
      long version,
      @Nullable Awaited awaited,
      ThenRejected then) {
    Route route = exact == null ? seen.above(topic.name()) : exact;
    boolean isCertain = exact != null && exact.isCertain;
    int recipients = 0;
    int accepted = 0;
    QueuedSubscriber rejecting = null;
    if (isCertain && route.queued.length > 0) {
      state.ledger.offered(route.queued.length);
    }
    for (QueuedSubscriber each : route.queued) {
      if (isCertain || each.accepts(event)) {
        recipients++;
        if (!isCertain) {
          state.ledger.offered();
        }
        if (awaited != null) {
          awaited.offered();
        }
        DropReason refusedFor = each.offer(event, version, awaited);
        if (refusedFor == null) {
          accepted++;
        } else if (refusedFor == DropReason.REJECTED) {
          rejecting = each;
        }
      }
    }
    if (route.direct.length > 0) {
      int called = callDirect(seen, route, topic, event, awaited);
      recipients += called;
      accepted += called;
    }
    if (rejecting != null && then == ThenRejected.THROW) {
      throw new EventRejectedException(rejecting.name(), rejecting.capacity());
    }
    if (recipients == 0) {
      if (then != ThenRejected.OWN) {
        countDead(topic.name(), event);
      }
      return PublishResult.DEAD;
    }
    return accepted == recipients
        ? PublishResult.ACCEPTED
        : accepted == 0 ? PublishResult.DROPPED : PublishResult.PARTLY;
  }

  /**
   * Calls the direct handlers of a route, or of the present route if the table has changed since.
   * As in {@link HazardSlots a dispatch}, no method is called between taking the slot and the try
   * block, nor to empty the slot. Returns how many were called.
   */
  private int callDirect(
      Routes table, Route found, Topic<?> topic, Object event, @Nullable Awaited awaited) {
    Routes seen = table;
    Route route = found;
    for (; ; ) {
      HazardSlots.HazardSlot slot = state.running.protect(route);
      try {
        if (routes == seen) {
          return callAll(route, event, awaited);
        }
      } finally {
        slot.thread = null;
        slot.handlers = null;
        if (route.isAwaited) {
          state.running.wake(route);
        }
        state.outcome();
      }
      seen = routes;
      Route exact = seen.exact(topic.name());
      route = exact == null ? seen.above(topic.name()) : exact;
    }
  }

  private int callAll(Route route, Object event, @Nullable Awaited awaited) {
    boolean goesOn = true;
    int called = 0;
    int failed = 0;
    for (int at = 0; at < route.direct.length; at++) {
      DirectSubscriber each = route.direct[at];
      if ((goesOn || at >= route.firstCatchAll) && each.accepts(event)) {
        called++;
        if (awaited != null) {
          awaited.offered();
        }
        DirectSubscriber.Outcome outcome = each.call(event, awaited);
        goesOn &= outcome != DirectSubscriber.Outcome.STOP;
        failed += outcome == DirectSubscriber.Outcome.FAILED ? 1 : 0;
      }
    }
    state.ledger.called(called - failed);
    return called;
  }
}
