package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.metrics.Counter;
import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.StackRoom;
import io.latchless.registry.Propagation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Brings events from publishers to subscribers within a process. Each queued subscription has a
 * bounded queue of its own, so a slow subscriber costs no other one anything.
 *
 * <pre>{@code
 * static final Topic<OrderPlaced> PLACED = Topic.of("orders.placed", OrderPlaced.class);
 *
 * try (EventBus bus = EventBus.builder().workers(4).build()) {
 *   bus.subscribe(PLACED, shipping::ship);          // queued: one call at a time, in order
 *   bus.subscribe(Topic.any(Object.class), log::append);
 *   bus.publish(PLACED, new OrderPlaced(42));
 * }                                                 // handles what is queued, ends the workers
 * }</pre>
 *
 * <p>An event is delivered at most once to each subscription, and nothing is persistent. Every
 * event that is offered to a subscription ends in exactly one count of {@link EventCounts}.
 *
 * <p><b>Recipients.</b> A subscription receives the events that are published to its topic's name
 * or below and that are instances of its type. The table of subscriptions is read once for each
 * publication. Queued subscriptions are offered the event first. Then the direct ones are called:
 * those to the exact name, to each scope above it, to {@link Topic#any}, and to {@link
 * Topic#catchAll}; within a scope by priority, then in the order of subscription.
 *
 * <p><b>Threads.</b> The handler of a queued subscription runs on a worker of the bus or on the
 * executor of the subscription, one call at a time, in the order in which events were queued; each
 * call happens before the next. If a publication returns before another one begins, its event comes
 * first. Direct handlers and interceptors run on the publishers' threads. No lock is held while
 * user code runs. A handler may publish, subscribe and close subscriptions. The bus never parks a
 * thread that runs one of its handlers.
 *
 * <p><b>Failures.</b> Whatever a handler throws is counted, given to the function of {@link
 * Builder#onFailure}, and published to {@link #FAILURES}. A failure of a handler of failures is
 * logged instead. The other subscriptions are not affected.
 *
 * <p>Each operation first checks that the stack has room for it. So a stack overflow strikes the
 * caller before anything has happened, or in a handler, whose failure is counted.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code publish}: lock-free, apart from direct handlers and the
 *       policy {@link Overflow.Block}; a subscription whose publisher or runner is stopped in the
 *       middle of an operation holds up no other subscription, and with {@link
 *       SubscriptionOptions#strict} not even itself. {@code subscribe}, {@code close} of a
 *       subscription: lock-free. {@code stats}: wait-free. {@code awaitIdle}, {@code
 *       publishAndAwait}, {@code close}: park
 *   <tr><th scope="row">Linearizable<td>{@code subscribe}, {@code close} of a subscription, and
 *       {@code publish} for each recipient; {@code stats}: of one moment while no event is under
 *       way, otherwise so that the law of {@link EventCounts} holds
 *   <tr><th scope="row">Happens-before<td>actions before a publication happen before the handler's
 *       actions; each call of a queued handler happens before the next
 *   <tr><th scope="row">Allocation<td>{@code publish}: none for queued recipients at the topic
 *       itself, except by a wait for room, and by the executor that is handed the task of an idle
 *       subscription: the workers' queue needs a node of about 40 bytes. A prefix of the name for
 *       each scope above one without subscriptions of its own. A queued subscription allocates one
 *       small object each time it has handled {@code batchSize} events and has more
 *   <tr><th scope="row">Complexity<td>{@code publish}: one lookup and one step for each recipient;
 *       {@code subscribe}, {@code close} of a subscription: linear in the number of scopes with
 *       subscriptions
 *   <tr><th scope="row">Bound<td>each queue: exactly its capacity
 * </table>
 *
 * @since 0.1.0
 */
public final class EventBus implements AutoCloseable {
  /** Receives what handlers throw. */
  public static final Topic<HandlerFailure> FAILURES =
      Topic.of("latchless.failures", HandlerFailure.class);

  /** Receives events without a recipient. */
  public static final Topic<DeadEvent> DEAD = Topic.of("latchless.dead", DeadEvent.class);

  /** Receives a notice when a queue has grown deep, see {@link SubscriptionOptions#slowAfter}. */
  public static final Topic<SlowSubscriber> SLOW = Topic.of("latchless.slow", SlowSubscriber.class);

  /*
   * STARTING. The compare-and-set that makes the bus live also fixes which subscriptions get the
   * log. Publishers that have read the table before it may still add to the log, until it is
   * closed; the others find it closed and read the table again. No publisher waits: while a
   * subscription has no prefix yet, its events are queued behind the place of the prefix.
   *
   * CLOSING. In the phase CLOSING only handlers publish, so that what they cause comes to an end.
   * The ledger and the hazard slots tell when nothing is under way.
   */

  /** Creates the global bus on first use. */
  private static final class Global {
    private static final EventBus BUS = builder().threadNames("eventbus-global").build();
  }

  private final BusState state;
  private final Counter lateAnswers = new Counter();
  private final Overflow overflow;
  private final int queueCapacity;
  private final AtomicLong lastId = new AtomicLong();
  private final StartLog log;
  private final Duration closeTimeout;
  private final BusThreads threads;
  private final CompletableFuture<CloseReport> report = new CompletableFuture<>();
  private final Router router;

  private EventBus(Builder builder) {
    overflow = builder.overflow;
    queueCapacity = builder.queueCapacity;
    closeTimeout = builder.closeTimeout;
    state =
        new BusState(
            builder.onFailure,
            builder.clock,
            failure -> publishOwn(FAILURES, failure),
            slow -> publishOwn(SLOW, slow));
    log = new StartLog(builder.startBuffer);
    Routes.Phase phase = builder.startBuffer == 0 ? Routes.Phase.LIVE : Routes.Phase.NEW;
    router = new Router(state, log, DEAD, Routes.of(phase, builder.retained.values()));
    threads = new BusThreads(builder.workers, builder.threadNames);
  }

  /**
   * Returns a builder with the default options.
   *
   * @return a builder, for one thread
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the bus of the process, which is created on first use with the default options. It
   * lives as long as the process: do not close it.
   *
   * @return the same bus each time
   */
  public static EventBus global() {
    return Global.BUS;
  }

  // Publishing

  /**
   * Offers an event to all its recipients. Waits only for a full queue with the policy {@link
   * Overflow.Block}, and for direct handlers, which run on this thread.
   *
   * @param topic a topic with a name
   * @param event the event
   * @param <E> the type of the events
   * @return what has become of it
   * @throws IllegalArgumentException if the topic has no name, if its name is that of a topic with
   *     another type, or if the event is not an instance of its type
   * @throws EventRejectedException if a full queue has the policy {@link Overflow.Reject}; all
   *     other recipients have been offered the event
   */
  public <E> PublishResult publish(Topic<E> topic, E event) {
    requirePublishable(topic, event);
    return router.publish(topic, event, null, Router.ThenRejected.THROW);
  }

  /**
   * Publishes events in the order of a list. Other publishers' events may come in between.
   *
   * @param topic a topic with a name
   * @param events the events
   * @param <E> the type of the events
   * @return how many events were accepted by every recipient, or went into the start-up log
   * @throws IllegalArgumentException as {@link #publish}; the events before have been published
   */
  public <E> int publishAll(Topic<E> topic, List<? extends E> events) {
    int accepted = 0;
    for (E event : events) {
      requirePublishable(topic, event);
      PublishResult result = router.publish(topic, event, null, Router.ThenRejected.IGNORE);
      if (result == PublishResult.ACCEPTED || result == PublishResult.BUFFERED) {
        accepted++;
      }
    }
    return accepted;
  }

  /**
   * Publishes an event and waits until its recipients have handled it, through their queues and in
   * order.
   *
   * @param topic a topic with a name
   * @param event the event
   * @param timeout how long to wait
   * @param <E> the type of the events
   * @return what each recipient has made of it
   * @throws InterruptedException if the thread is interrupted while it waits; the event stays
   *     published
   * @throws IllegalStateException if the caller runs a handler of this bus, or if the bus has not
   *     started
   * @throws IllegalArgumentException as {@link #publish}, or if {@code timeout} is negative
   */
  public <E> Delivery publishAndAwait(Topic<E> topic, E event, Duration timeout)
      throws InterruptedException {
    long nanos = Arguments.requireNanos(timeout, "timeout");
    long start = System.nanoTime();
    state.requireOutsideOfHandlers("publishAndAwait", "publish");
    if (router.table().phase == Routes.Phase.NEW) {
      throw new IllegalStateException("the bus must be started before an event can be awaited");
    }
    Awaited awaited = new Awaited();
    requirePublishable(topic, event);
    PublishResult result = router.publish(topic, event, awaited, Router.ThenRejected.IGNORE);
    awaited.await(nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start));
    return awaited.delivery(result);
  }

  private <E> void publishOwn(Topic<E> topic, E event) {
    router.publishOwn(topic, event);
  }

  private static void requirePublishable(Topic<?> topic, Object event) {
    requireNonNull(topic, "topic");
    requireNonNull(event, "event");
    if (!topic.isNamed()) {
      throw new IllegalArgumentException(
          "topic must have a name to be published to, was \"" + topic.name() + "\"");
    }
    if (!topic.type().isInstance(event)) {
      throw new IllegalArgumentException(
          "event must be an instance of "
              + topic.type().getName()
              + ", was one of "
              + event.getClass().getName());
    }
  }

  // Subscribing

  /**
   * Adds a queued subscription with the default options of the bus.
   *
   * @param topic the topic
   * @param handler handles the events, one call at a time, on a worker of the bus
   * @param <E> the type of the events
   * @return the subscription; close it to end it
   * @throws IllegalArgumentException if the name is that of a topic with another type
   * @throws IllegalStateException if the bus is closing or closed
   */
  public <E> BusSubscription subscribe(Topic<E> topic, EventHandler<? super E> handler) {
    return subscribe(topic, handler, SubscriptionOptions.queued());
  }

  /**
   * Adds a subscription.
   *
   * @param topic the topic
   * @param handler handles the events
   * @param options how it receives them
   * @param <E> the type of the events
   * @return the subscription; close it to end it
   * @throws IllegalArgumentException if the name is that of a topic with another type, or if the
   *     options ask for the latest event of a topic that the bus does not retain
   * @throws IllegalStateException if the bus is closing or closed
   */
  @SuppressWarnings("unchecked") // a subscription passes only events of its type
  public <E> BusSubscription subscribe(
      Topic<E> topic, EventHandler<? super E> handler, SubscriptionOptions options) {
    requireNonNull(handler, "handler");
    EventHandler<Object> any = (EventHandler<Object>) handler;
    if (options.isDirect()) {
      return addDirect(
          topic,
          event -> {
            any.onEvent(event);
            return Propagation.CONTINUE;
          },
          options);
    }
    return addQueued(topic, QueuedSubscriber.each(any), options);
  }

  /**
   * Adds a queued subscription that handles several events at once.
   *
   * @param topic the topic
   * @param handler handles what has queued up, at most a batch, one call at a time
   * @param options how it receives events
   * @param <E> the type of the events
   * @return the subscription; close it to end it
   * @throws IllegalArgumentException as {@link #subscribe(Topic, EventHandler,
   *     SubscriptionOptions)}, or if the options are those of a direct subscription
   * @throws IllegalStateException if the bus is closing or closed
   */
  @SuppressWarnings("unchecked") // a subscription passes only events of its type
  public <E> BusSubscription subscribeBatches(
      Topic<E> topic, BatchHandler<? super E> handler, SubscriptionOptions options) {
    requireNonNull(handler, "handler");
    requireQueued(options, "a batch handler");
    return addQueued(topic, QueuedSubscriber.batches((BatchHandler<Object>) handler), options);
  }

  /**
   * Adds a direct subscription that may keep events from the direct subscriptions after it.
   *
   * @param topic the topic
   * @param interceptor handles the events, on the publishers' threads
   * @param priority interceptors of higher priority are called earlier, among the direct
   *     subscriptions to the same scope
   * @param <E> the type of the events
   * @return the subscription; close it to end it
   * @throws IllegalArgumentException if the name is that of a topic with another type
   * @throws IllegalStateException if the bus is closing or closed
   */
  @SuppressWarnings("unchecked") // a subscription passes only events of its type
  public <E> BusSubscription intercept(
      Topic<E> topic, Interceptor<? super E> interceptor, int priority) {
    requireNonNull(interceptor, "interceptor");
    return addDirect(
        topic, (Interceptor<Object>) interceptor, SubscriptionOptions.direct().priority(priority));
  }

  private static void requireQueued(SubscriptionOptions options, String what) {
    if (options.isDirect()) {
      throw new IllegalArgumentException(
          "options must be those of a queued subscription for " + what + ", were direct");
    }
  }

  private DirectSubscriber addDirect(
      Topic<?> topic, Interceptor<Object> handler, SubscriptionOptions options) {
    requireNonNull(topic, "topic");
    DirectSubscriber added =
        new DirectSubscriber(
            state, router::remove, lastId.incrementAndGet(), topic, options, handler);
    add(added);
    return added;
  }

  private QueuedSubscriber addQueued(
      Topic<?> topic, QueuedSubscriber.Handling handling, SubscriptionOptions options) {
    requireNonNull(topic, "topic");
    Retained retained = options.isWithLatest() ? retained(topic) : null;
    QueuedSubscriber added =
        new QueuedSubscriber(
            state,
            router::remove,
            lastId.incrementAndGet(),
            topic,
            withDefaults(options),
            handling,
            retained);
    if (add(added) != Routes.Phase.NEW) {
      added.open();
    }
    return added;
  }

  private SubscriptionOptions withDefaults(SubscriptionOptions options) {
    return options.orElse(queueCapacity, overflow, threads::workers);
  }

  private Retained retained(Topic<?> topic) {
    Route exact = router.table().exact(topic.name());
    if (exact == null || exact.retained == null) {
      throw new IllegalArgumentException(
          "topic must be retained by the bus for withLatest, was \"" + topic.name() + "\"");
    }
    return exact.retained;
  }

  /** Returns the phase at the moment at which the subscription was added. */
  private Routes.Phase add(Subscriber added) {
    for (; ; ) {
      Routes seen = requireOpen();
      if (router.replace(seen, seen.with(added))) {
        return seen.phase;
      }
    }
  }

  /** Also checks the stack: what follows must not stop between the table and the first task. */
  private Routes requireOpen() {
    StackRoom.require();
    Routes seen = router.table();
    if (seen.phase.compareTo(Routes.Phase.CLOSING) >= 0) {
      if (seen.phase == Routes.Phase.CLOSED) {
        threads.end(); // which this call may just have started
      }
      throw new IllegalStateException("the bus must be open for a subscription, was closed");
    }
    return seen;
  }

  // Requests

  /**
   * Adds a responder. It has a queue of requests, which is drained like that of a subscription.
   *
   * @param topic the topic of requests
   * @param responder the name of the responder, new among those of the topic
   * @param answer answers requests, one call at a time
   * @param options how it receives requests; the responder's name is also the subscription's
   * @param <Q> the type of the requests
   * @param <R> the type of the answers
   * @return the subscription; close it to end it
   * @throws IllegalArgumentException if the topic has such a responder, or other types, or if the
   *     options are those of a direct subscription
   * @throws IllegalStateException if the bus is closing or closed
   */
  @SuppressWarnings("unchecked") // only request offers events to a responder
  public <Q, R> BusSubscription respond(
      RequestTopic<Q, R> topic,
      String responder,
      Responder<? super Q, ? extends R> answer,
      SubscriptionOptions options) {
    requireNonNull(topic, "topic");
    requireNonNull(answer, "answer");
    requireQueued(options, "a responder");
    EventHandler<Object> handler = asked -> ((Gathering.Asked<Q, R>) asked).answerBy(answer);
    QueuedSubscriber added =
        new QueuedSubscriber(
            state,
            router::remove,
            lastId.incrementAndGet(),
            Topic.of(topic.name(), Object.class),
            withDefaults(options.named(requireNonNull(responder, "responder"))),
            QueuedSubscriber.each(handler),
            null);
    for (; ; ) {
      Routes seen = requireOpen();
      if (router.replace(seen, seen.with(topic, added))) {
        if (seen.phase != Routes.Phase.NEW) {
          added.open();
        }
        return added;
      }
    }
  }

  /**
   * Asks all responders to a topic. Their answers go to this request directly, and not through a
   * queue.
   *
   * @param topic the topic of requests
   * @param request the request
   * @param gather when the request is over
   * @param <Q> the type of the requests
   * @param <R> the type of the answers
   * @return the outcome; completed by the thread of the answer that ends the request, or by a timer
   *     thread of the bus, which other requests' time-outs wait for while dependents run on it.
   *     Fails with an {@link IllegalStateException} if the bus is closed. Nothing is kept of a
   *     request that was cancelled
   * @throws IllegalArgumentException if the topic has other types than its responders
   */
  public <Q, R> CompletableFuture<Gathered<R>> request(
      RequestTopic<Q, R> topic, Q request, Gather gather) {
    requireNonNull(request, "request");
    requireNonNull(gather, "gather");
    StackRoom.require();
    Routes seen = router.table();
    if (seen.phase == Routes.Phase.CLOSED
        || (seen.phase == Routes.Phase.CLOSING && !state.isInHandler())) {
      router.refused.increment();
      return CompletableFuture.failedFuture(
          new IllegalStateException("the bus must be open for a request, was closed"));
    }
    List<QueuedSubscriber> responders = seen.responders(topic);
    List<String> names = responders.stream().map(QueuedSubscriber::name).toList();
    CompletableFuture<Gathered<R>> future = new CompletableFuture<>();
    Gathering<R> gathering = new Gathering<>(lateAnswers, gather, names, future);
    CompletableFuture<?> unusedFuture =
        future.whenComplete((outcome, thrown) -> gathering.forget());
    for (QueuedSubscriber each : responders) {
      state.ledger.offered();
      // A refused request has told the gathering so when it was dropped.
      var unused =
          each.offer(
              new Gathering.Asked<>(request, gathering, each.name()), Envelope.UNVERSIONED, null);
    }
    gathering.endIfOver();
    long nanos = Arguments.requireNanos(gather.timeout(), "timeout");
    if (!future.isDone() && nanos != Long.MAX_VALUE) {
      threads.endAfter(nanos, gathering);
      if (router.table().phase == Routes.Phase.CLOSED) {
        threads.end(); // which this call may just have started
      }
    }
    return future;
  }

  // The life of the bus

  /**
   * Ends the start-up phase. Every queued subscription that exists at this moment handles the
   * events of the start-up log first, and then those published since. No publisher waits meanwhile.
   * Direct subscriptions receive nothing from the log. Does nothing on a bus that has started.
   *
   * @throws IllegalStateException if the bus is closing or closed
   */
  public void start() {
    Routes started;
    for (; ; ) {
      Routes seen = requireOpen();
      if (seen.phase == Routes.Phase.LIVE) {
        return;
      }
      started = seen.in(Routes.Phase.LIVE);
      if (router.replace(seen, started)) {
        break;
      }
    }
    Map<QueuedSubscriber, List<Object>> prefixes = new HashMap<>();
    for (StartLog.Entry entry : log.close()) {
      replay(started, entry, prefixes);
    }
    for (Subscriber each : started.all()) {
      if (each instanceof QueuedSubscriber queued) {
        queued.openWith(prefixes.getOrDefault(queued, List.of()));
      }
    }
  }

  private void replay(
      Routes started, StartLog.Entry entry, Map<QueuedSubscriber, List<Object>> prefixes) {
    String name = entry.topic.name();
    Route exact = started.exact(name);
    Route route = exact == null ? started.above(name) : exact;
    Object element =
        entry.version == Envelope.UNVERSIONED
            ? entry.event
            : new Envelope(entry.event, entry.version, 0, null);
    boolean isDead = true;
    for (QueuedSubscriber each : route.queued) {
      if (each.accepts(entry.event)) {
        isDead = false;
        prefixes.computeIfAbsent(each, key -> new ArrayList<>()).add(element);
      }
    }
    if (isDead) {
      router.countDead(name, entry.event);
    }
  }

  /**
   * Returns the figures of the bus and of its subscriptions.
   *
   * @return the figures; in the counts of the bus, and in those of each subscription, the law of
   *     {@link EventCounts} holds
   */
  public BusStats stats() {
    List<SubscriptionStats> each = router.table().all().stream().map(Subscriber::stats).toList();
    return new BusStats(
        state.ledger.counts(),
        router.dead.sum(),
        router.refused.sum(),
        log.size(),
        lateAnswers.sum(),
        state.rejections.sum(),
        each);
  }

  /**
   * Waits until no event is queued or being handled. Events in the start-up log do not count.
   *
   * @param timeout how long to wait
   * @return true if there was such a moment during the call; false if the time was up
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws IllegalStateException if the caller runs a handler of this bus, which would wait for
   *     itself
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public boolean awaitIdle(Duration timeout) throws InterruptedException {
    long nanos = Arguments.requireNanos(timeout, "timeout");
    state.requireOutsideOfHandlers("awaitIdle", "stats");
    return state.awaitIdle(nanos);
  }

  /**
   * Closes the bus with the time limit of its builder. If the thread is interrupted, what is queued
   * is dropped at once, and the interrupt status stays set.
   *
   * @throws IllegalStateException if the caller runs a handler of this bus, which would wait for
   *     itself
   */
  @Override
  public void close() {
    try {
      var unused = close(closeTimeout);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Closes the bus. Publications from outside are refused from now on. Those of handlers are still
   * accepted, so that what they cause comes to an end. Once nothing is under way, or at the time
   * limit, all subscriptions are closed, and the workers end. A handler that does not return holds
   * up nothing. A second call waits for the first one and returns its report.
   *
   * @param timeout how long to wait for queued events to be handled
   * @return what was not handled
   * @throws InterruptedException if the thread is interrupted while it waits; the bus is closed
   *     then, unless another thread is closing it
   * @throws IllegalStateException if the caller runs a handler of this bus, which would wait for
   *     itself
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public CloseReport close(Duration timeout) throws InterruptedException {
    long nanos = Arguments.requireNanos(timeout, "timeout");
    state.requireOutsideOfHandlers("close", "start a thread that closes the bus");
    StackRoom.require();
    if (!beginToClose()) {
      return closedByAnother();
    }
    try {
      var unused = state.awaitIdle(nanos);
    } finally {
      report.complete(end());
    }
    return report.join();
  }

  private boolean beginToClose() {
    for (; ; ) {
      Routes seen = router.table();
      if (seen.phase.compareTo(Routes.Phase.CLOSING) >= 0) {
        return false;
      }
      if (router.replace(seen, seen.in(Routes.Phase.CLOSING))) {
        return true;
      }
    }
  }

  private CloseReport closedByAnother() throws InterruptedException {
    try {
      return report.get();
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private CloseReport end() {
    Routes last;
    do {
      last = router.table();
    } while (!router.replace(last, last.in(Routes.Phase.CLOSED)));
    List<CloseReport.Leftover> leftovers = new ArrayList<>();
    List<Object> logged = new ArrayList<>();
    for (StartLog.Entry entry : log.close()) {
      logged.add(entry.event);
      state.ledger.offered();
      state.ledger.dropped(DropReason.CLOSED);
    }
    if (!logged.isEmpty()) {
      leftovers.add(new CloseReport.Leftover(0, "start-up log", logged, false));
    }
    for (Subscriber each : last.all()) {
      List<Object> events = List.of();
      if (each instanceof QueuedSubscriber queued) {
        events = queued.closeAndTake();
      } else {
        each.end();
      }
      boolean isBusy = state.running.isTakenFor(each.id());
      if (isBusy || !events.isEmpty()) {
        leftovers.add(new CloseReport.Leftover(each.id(), each.name(), events, isBusy));
      }
    }
    threads.end();
    state.outcome();
    return new CloseReport(leftovers);
  }

  /** Collects the options of a bus. For one thread. */
  public static final class Builder {
    private static final int LARGEST_LOG = 1 << 29;

    private int workers = Runtime.getRuntime().availableProcessors();
    private String threadNames = "eventbus";
    private int queueCapacity = 1_024;
    private Overflow overflow = Overflow.dropNewest();
    private int startBuffer;
    private Consumer<? super HandlerFailure> onFailure = BusState::logFailure;
    private Duration closeTimeout = Duration.ofSeconds(10);
    private LongSupplier clock = System::nanoTime;
    private final Map<String, Topic<?>> retained = new HashMap<>();

    private Builder() {}

    /**
     * Sets how many threads the bus has for queued subscriptions without an executor of their own.
     * They are daemons, and are started with the first such subscription.
     *
     * @param threads from 1 to 1,024; as many as processors without this call
     * @return this builder
     * @throws IllegalArgumentException if {@code threads} is out of these bounds
     */
    public Builder workers(int threads) {
      workers = (int) Arguments.requireBetween(1, 1_024, threads, "threads");
      return this;
    }

    /**
     * Sets what the names of the bus's threads begin with.
     *
     * @param prefix the prefix; a number follows
     * @return this builder
     */
    public Builder threadNames(String prefix) {
      threadNames = requireNonNull(prefix, "prefix");
      return this;
    }

    /**
     * Sets the capacity of queues whose subscriptions give none.
     *
     * @param capacity from 1 to 2<sup>29</sup>; 1,024 without this call
     * @return this builder
     * @throws IllegalArgumentException if {@code capacity} is out of these bounds
     */
    public Builder queueCapacity(int capacity) {
      queueCapacity =
          (int) Arguments.requireBetween(1, SubscriptionOptions.MOST, capacity, "capacity");
      return this;
    }

    /**
     * Sets the policy of full queues whose subscriptions give none.
     *
     * @param policy the policy; {@link Overflow#dropNewest} without this call
     * @return this builder
     */
    public Builder overflow(Overflow policy) {
      overflow = requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Lets the bus keep events until {@link EventBus#start}.
     *
     * @param events how many events the start-up log keeps; 0 for a bus that is live at once, as
     *     without this call
     * @return this builder
     * @throws IllegalArgumentException if {@code events} is negative or more than 2<sup>29</sup>
     */
    public Builder startBuffer(int events) {
      startBuffer = (int) Arguments.requireBetween(0, LARGEST_LOG, events, "events");
      return this;
    }

    /**
     * Lets the bus retain the newest event of a topic, for subscriptions with {@link
     * SubscriptionOptions#withLatest}.
     *
     * @param topic a topic with a name
     * @return this builder
     * @throws IllegalArgumentException if the topic has no name, or its name is that of a retained
     *     topic with another type
     */
    public Builder retain(Topic<?> topic) {
      if (!topic.isNamed()) {
        throw new IllegalArgumentException(
            "topic must have a name to be retained, was \"" + topic.name() + "\"");
      }
      Topic<?> present = retained.putIfAbsent(topic.name(), topic);
      if (present != null && present.type() != topic.type()) {
        throw new IllegalArgumentException(
            "topic \""
                + topic.name()
                + "\" must have the type "
                + present.type().getName()
                + ", was "
                + topic.type().getName());
      }
      return this;
    }

    /**
     * Sets a function that is told of each failure, on the thread that ran the handler.
     *
     * @param listener the function; without this call failures are logged
     * @return this builder
     */
    public Builder onFailure(Consumer<? super HandlerFailure> listener) {
      onFailure = requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Sets how long {@link EventBus#close()} waits for queued events.
     *
     * @param timeout the time limit; ten seconds without this call
     * @return this builder
     * @throws IllegalArgumentException if {@code timeout} is negative
     */
    public Builder closeTimeout(Duration timeout) {
      Arguments.requireNanos(timeout, "timeout");
      closeTimeout = timeout;
      return this;
    }

    /**
     * Sets the clock that measures how long events have been queued.
     *
     * @param nanos returns nanoseconds, as {@link System#nanoTime}
     * @return this builder
     */
    public Builder clock(LongSupplier nanos) {
      clock = requireNonNull(nanos, "nanos");
      return this;
    }

    /**
     * Creates the bus.
     *
     * @return a new bus
     */
    public EventBus build() {
      return new EventBus(this);
    }
  }
}
