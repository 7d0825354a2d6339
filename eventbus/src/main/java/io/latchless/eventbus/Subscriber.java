package io.latchless.eventbus;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.StackRoom;
import java.time.Duration;
import java.util.function.Consumer;

/** A subscription, as the bus sees it. */
abstract sealed class Subscriber implements BusSubscription
    permits DirectSubscriber, QueuedSubscriber {
  final BusState bus;
  final Ledger ledger = new Ledger();

  private final Consumer<Subscriber> remove;
  private final long id;
  private final String name;
  private final Topic<?> topic;
  private final int priority;

  /** Set once; from then on no event is handled. */
  volatile boolean isClosed;

  /**
   * Creates a subscription that is not in the table yet.
   *
   * @param remove takes a subscription out of the table
   */
  Subscriber(
      BusState bus,
      Consumer<Subscriber> remove,
      long id,
      Topic<?> topic,
      SubscriptionOptions options) {
    this.bus = bus;
    this.remove = remove;
    this.id = id;
    this.topic = topic;
    this.priority = options.priority();
    String given = options.name();
    this.name = given == null ? topic.name() + "#" + id : given;
  }

  @Override
  public final long id() {
    return id;
  }

  @Override
  public final String name() {
    return name;
  }

  final Topic<?> topic() {
    return topic;
  }

  /** Returns whether this subscription comes earlier than another one to the same scope. */
  final boolean isBefore(Subscriber other) {
    return priority != other.priority ? priority > other.priority : id < other.id;
  }

  final boolean accepts(Object event) {
    return topic.type().isInstance(event);
  }

  /** Returns whether it accepts every instance of a class. */
  final boolean acceptsAll(Class<?> type) {
    return topic.type().isAssignableFrom(type);
  }

  /** Counts an event that was accepted by no other thread, and tells its publisher if it waits. */
  final void drop(Object element, DropReason reason) {
    ledger.dropped(reason);
    bus.ledger.dropped(reason);
    if (element instanceof Envelope envelope && envelope.awaited != null) {
      envelope.awaited.dropped();
    }
    if (Envelope.eventIn(element) instanceof Gathering.Asked<?, ?> asked) {
      asked.dropped(reason);
    }
    bus.outcome();
  }

  /**
   * Reports a failure and counts it afterwards, so that the bus is not idle before the report of
   * its failure is under way.
   */
  final HandlerFailure failed(Object event, int events, Throwable thrown) {
    HandlerFailure failure = new HandlerFailure(id, name, topic.name(), event, thrown);
    try {
      bus.report(failure);
    } finally {
      ledger.failed(events);
      bus.ledger.failed(events);
      bus.outcome();
    }
    return failure;
  }

  @Override
  public final boolean isClosed() {
    return isClosed;
  }

  @Override
  public final void close() {
    StackRoom.require();
    remove.accept(this);
    end();
  }

  /** Closes the subscription where the caller has made sure of the stack and of the table. */
  final void end() {
    if (!isClosed) {
      isClosed = true;
      closed();
    }
  }

  /** Called after {@link #isClosed} was set, perhaps by several threads. */
  abstract void closed();

  @Override
  public final boolean drainAndClose(Duration timeout) throws InterruptedException {
    long nanos = Arguments.requireNanos(timeout, "timeout");
    bus.requireOutsideOfHandlers("drainAndClose", "close");
    remove.accept(this);
    try {
      return awaitDrained(nanos);
    } finally {
      close();
    }
  }

  /** Waits until what it was offered is over. No publication that starts later reaches it. */
  abstract boolean awaitDrained(long nanos) throws InterruptedException;

  @Override
  public final boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException {
    long nanos = Arguments.requireNanos(timeout, "timeout");
    long start = System.nanoTime();
    bus.requireOutsideOfHandlers("closeAndAwaitQuiescence", "close");
    close();
    return awaitQuiescence(nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start));
  }

  /** Waits until no call of the handler runs. The subscription is closed, so none will start. */
  abstract boolean awaitQuiescence(long nanos) throws InterruptedException;

  @Override
  public final SubscriptionStats stats() {
    return new SubscriptionStats(id, name, topic.name(), ledger.counts());
  }

  /** Returns for example {@code subscription "shipping" to orders.placed}. */
  @Override
  public final String toString() {
    return "subscription \"" + name + "\" to \"" + topic.name() + "\"";
  }
}
