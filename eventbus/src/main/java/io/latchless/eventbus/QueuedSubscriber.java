package io.latchless.eventbus;

import io.latchless.primitives.internal.HazardSlots;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscription with a queue, which one thread at a time drains. */
final class QueuedSubscriber extends Subscriber implements Runnable, EventQueue.Owner {
  /*
   * ONE RUNNER. The subscription is IDLE, or SCHEDULED while a task of its own is in the executor.
   *
   *              publisher: CAS, execute
   *      IDLE --------------------------> SCHEDULED ---+
   *       ^                                   ^        | a slice, and more is queued: execute
   *       |       queue found empty           +--------+
   *       +-----------------------------------+
   *
   * There is never more than one task, so events are handled in order, and each call of the handler
   * happens before the next: through the executor, or through the state.
   *
   * NO LOST WAKE-UP. A publisher publishes its event, then reads the state. The runner stores IDLE,
   * then looks at the queue once more. Each side has a full fence in between, because the store
   * that publishes an event is a release store only. So either the publisher sees IDLE, or the
   * runner sees the event. The place of a publisher that has stopped before it has published is no
   * reason to go on. That publisher will find the subscription idle.
   *
   * CLOSING sets isClosed and then empties the queue. A publisher publishes its event, then reads
   * isClosed; if it is set, the publisher empties the queue itself. The same fences make one of the
   * two see the other. Any thread may empty the queue. This calls the methods of keys, and no other
   * user code.
   *
   * THE PREFIX is what the subscription handles before its queue: the start-up log. It is null
   * until the bus starts, and no task is scheduled before that. Events wait in the queue meanwhile.
   * Its events are claimed one by one, because a closing thread may empty it beside a runner.
   *
   * A RETAINED TOPIC numbers its events. The runner handles an event only if it is newer than the
   * last one, since publishers may queue events in another order than they have numbered them. A
   * dropped event may have been the newest. So the thread that drops it makes the subscription owe
   * the newest event, which counts as offered from then on. Once the queue is empty, the runner
   * takes that event from the topic itself.
   *
   * REJECTED TASKS. If the executor throws and no task has begun, the state goes back to IDLE, and
   * the next publication tries again. An executor may also throw after it has run the task; by then
   * another task may be under way.
   */

  private static final int IDLE = 0;
  private static final int SCHEDULED = 1;
  private static final Object[] NOTHING = {};

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "state", VarHandle.class, QueuedSubscriber.class, int.class);
  private static final VarHandle PREFIX =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "prefix",
          VarHandle.class,
          QueuedSubscriber.class,
          Object[].class);
  private static final VarHandle PREFIX_TAKEN =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "prefixTaken",
          VarHandle.class,
          QueuedSubscriber.class,
          int.class);
  private static final VarHandle OWES_NEWEST =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "owesNewest",
          VarHandle.class,
          QueuedSubscriber.class,
          boolean.class);
  private static final VarHandle IS_SLOW =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "isSlow", VarHandle.class, QueuedSubscriber.class, boolean.class);

  /** What a hazard slot protects while this subscription's handler is called. */
  private static final class Self extends HazardSlots.Guarded {
    private final long id;

    Self(long id) {
      this.id = id;
    }

    @Override
    public boolean contains(long other) {
      return other == id;
    }
  }

  private final Handling handling;
  private final Self self;
  private final EventQueue queue;
  private final Executor executor;
  private final int batchSize;
  private final int slowAfter;
  private final @Nullable Retained retained;

  /** Receives the elements that have to go for newer ones. */
  private final Consumer<Object> displaced;

  @SuppressWarnings("UnusedVariable") // used through STATE as well
  private volatile int state = IDLE;

  /** How many tasks have begun. Written by the one task that runs. */
  private volatile int begun;

  private volatile Object @Nullable [] prefix;

  /** How many events of the prefix were taken. */
  private volatile int prefixTaken;

  /** Whether the newest event of the retained topic is owed, and counted as offered. */
  @SuppressWarnings("UnusedVariable") // used through OWES_NEWEST as well
  private volatile boolean owesNewest;

  /** Whether the subscription was reported as slow and has not recovered since. */
  private volatile boolean isSlow;

  /** The version of the newest event that was handled. Used by runners only. */
  private long lastVersion = Envelope.UNVERSIONED;

  QueuedSubscriber(
      BusState bus,
      Consumer<Subscriber> remove,
      long id,
      Topic<?> topic,
      SubscriptionOptions options,
      Handling handling,
      @Nullable Retained retained) {
    super(bus, remove, id, topic, options);
    this.handling = handling;
    this.self = new Self(id);
    this.retained = retained;
    this.batchSize = options.batchSize();
    this.slowAfter = options.slowAfter();
    this.executor = options.executor();
    this.queue =
        EventQueue.of(options.overflow(), options.queueCapacity(), options.isStrict(), this);
    this.displaced =
        element -> {
          oweNewest();
          drop(element, queue.displaces());
        };
  }

  // Publishing

  /**
   * Offers an event. The caller has counted it as offered to the bus.
   *
   * @param version the version of a retained event
   * @return null if it was accepted
   */
  @Nullable DropReason offer(Object event, long version, @Nullable Awaited awaited) {
    ledger.offered();
    Object element = event;
    DropReason refused;
    try {
      element = enveloped(event, version, awaited);
      refused = isClosed ? DropReason.CLOSED : queue.offer(element, displaced);
    } catch (Throwable thrown) {
      if (awaited != null && element == event) {
        awaited.dropped(); // the event has no envelope that would tell it
      }
      bus.report(new HandlerFailure(id(), name(), topic().name(), event, thrown));
      refused = DropReason.NO_KEY;
    }
    if (refused != null) {
      oweNewest();
      drop(element, refused);
    }
    VarHandle.fullFence();
    if (isClosed) {
      sweep();
    } else {
      schedule();
      if (slowAfter != Integer.MAX_VALUE) {
        reportIfSlow();
      }
    }
    return refused;
  }

  /** Returns the event itself if nothing must be known beside it. The clock is the user's code. */
  private Object enveloped(Object event, long version, @Nullable Awaited awaited) {
    boolean isTimed = slowAfter != Integer.MAX_VALUE;
    long known = retained == null ? Envelope.UNVERSIONED : version;
    return awaited == null && !isTimed && known == Envelope.UNVERSIONED
        ? event
        : new Envelope(event, known, isTimed ? bus.nanoTime() : 0, awaited);
  }

  /** The clock is the user's code. What it throws must not keep the event from others. */
  private void reportIfSlow() {
    int depth = queue.size();
    if (!isSlow && depth >= slowAfter && IS_SLOW.compareAndSet(this, false, true)) {
      try {
        Object oldest = queue.oldest();
        long age = oldest instanceof Envelope envelope ? bus.nanoTime() - envelope.queuedAt : 0;
        Duration waited = Duration.ofNanos(Math.max(age, 0));
        bus.reportSlow(new SlowSubscriber(id(), name(), depth, waited));
      } catch (Throwable thrown) {
        BusState.tellThread(thrown);
      }
    }
  }

  private void oweNewest() {
    if (retained != null && !owesNewest) {
      ledger.offered();
      bus.ledger.offered();
      if (!OWES_NEWEST.compareAndSet(this, false, true)) {
        drop(retained, DropReason.SUPERSEDED);
      }
    }
  }

  @Override
  public boolean isInHandler() {
    return bus.isInHandler();
  }

  @Override
  public void keyHasThrown(Throwable thrown) {
    bus.report(new HandlerFailure(id(), name(), topic().name(), "a key", thrown));
  }

  int capacity() {
    return queue.capacity();
  }

  /** Gives the subscription what it handles before its queue, unless it has been given already. */
  private void open(Object[] events) {
    ledger.offered(events.length);
    bus.ledger.offered(events.length);
    if (!PREFIX.compareAndSet(this, null, events)) {
      throw new AssertionError("opened twice");
    }
    if (isClosed) {
      sweep();
    } else {
      schedule();
    }
  }

  /** Lets the subscription begin with the newest event of its topic, if that is retained. */
  void open() {
    Envelope newest = retained == null ? null : retained.newest();
    open(newest == null ? NOTHING : new Object[] {newest});
  }

  /** Lets the subscription begin with the start-up log. */
  void openWith(List<Object> logged) {
    List<Object> events = new ArrayList<>(logged);
    Envelope newest = retained == null ? null : retained.newest();
    if (newest != null) {
      events.add(newest); // which the log may have had no room for
    }
    open(events.toArray());
  }

  // Running

  private void schedule() {
    if (prefix != null && state == IDLE && STATE.compareAndSet(this, IDLE, SCHEDULED)) {
      execute(this);
    }
  }

  /** Submits a task. If it has run, an exception of the executor is no rejection. */
  private void execute(Runnable task) {
    int before = begun;
    try {
      executor.execute(task);
    } catch (Throwable thrown) {
      if (begun == before) {
        state = IDLE;
        bus.rejections.increment();
      } else {
        BusState.tellThread(thrown);
      }
    }
  }

  /** A task of a runner that has more to do. */
  private final class Continuation implements Runnable {
    /** The thread that submits the task, while it does. */
    private @Nullable Thread submitter = Thread.currentThread();

    private boolean ranAtOnce;

    /**
     * Runs the subscription, unless the executor runs tasks on the submitting thread. That thread
     * then continues in its own loop, so that its stack does not grow.
     */
    @Override
    public void run() {
      if (submitter == Thread.currentThread()) {
        ranAtOnce = true;
      } else {
        QueuedSubscriber.this.run();
      }
    }

    boolean submit() {
      execute(this);
      submitter = null;
      return ranAtOnce;
    }
  }

  /** Handles events. What fails here, and is not the handler's, is told to the thread. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one task at a time
  public void run() {
    begun = begun + 1;
    try {
      do {
        runSlice();
      } while (hasMoreToRun());
    } catch (Throwable thrown) {
      state = IDLE;
      BusState.tellThread(thrown);
    }
  }

  private boolean hasMoreToRun() {
    if (hasMore()) {
      return new Continuation().submit();
    }
    state = IDLE;
    VarHandle.fullFence();
    return hasMore() && STATE.compareAndSet(this, IDLE, SCHEDULED) && new Continuation().submit();
  }

  private boolean hasMore() {
    return !isClosed && (hasPrefix() || queue.isReady() || owesNewest);
  }

  private boolean hasPrefix() {
    Object[] events = prefix;
    return events != null && prefixTaken < events.length;
  }

  /**
   * Handles up to a batch of events. As in a {@link HazardSlots slot} of a dispatch, no method is
   * called between taking the slot and the try block, nor to empty the slot.
   */
  private void runSlice() {
    StackRoom.require();
    int handled = 0;
    HazardSlots.HazardSlot slot = bus.running.protect(self);
    try {
      while (handled < batchSize && !isClosed) {
        int more = handling.next(this, batchSize - handled);
        if (more == 0) {
          break;
        }
        handled += more;
      }
    } finally {
      slot.thread = null;
      slot.handlers = null;
      if (self.isAwaited) {
        bus.running.wake(self);
      }
    }
    if (isClosed) {
      sweep();
    }
    if (isSlow && queue.size() < (slowAfter + 1) / 2) {
      isSlow = false;
    }
  }

  /** How the events of a queue are handled. */
  interface Handling {
    /** Takes and handles some events, at most {@code limit}. Returns how many. */
    int next(QueuedSubscriber subscriber, int limit);
  }

  /** Handles one event after the other. */
  static Handling each(EventHandler<Object> handler) {
    return (subscriber, limit) -> subscriber.handleNext(handler);
  }

  /** Handles what has queued up, as far as the limit allows. */
  static Handling batches(BatchHandler<Object> handler) {
    return (subscriber, limit) -> subscriber.handleBatch(handler, limit);
  }

  private int handleNext(EventHandler<Object> handler) {
    Object element = take();
    if (element == null) {
      return 0;
    }
    Object event = Envelope.eventIn(element);
    Awaited awaited = element instanceof Envelope envelope ? envelope.awaited : null;
    try {
      handler.onEvent(event);
    } catch (Throwable thrown) {
      HandlerFailure failure = failed(event, 1, thrown);
      if (awaited != null) {
        awaited.failed(failure);
      }
      return 1;
    }
    ledger.delivered();
    bus.ledger.delivered();
    if (awaited != null) {
      awaited.delivered();
    }
    bus.outcome();
    return 1;
  }

  private int handleBatch(BatchHandler<Object> handler, int limit) {
    List<Object> events = new ArrayList<>();
    List<Awaited> awaited = new ArrayList<>();
    while (events.size() < limit) {
      Object element = take();
      if (element == null) {
        break;
      }
      events.add(Envelope.eventIn(element));
      if (element instanceof Envelope envelope && envelope.awaited != null) {
        awaited.add(envelope.awaited);
      }
    }
    if (events.isEmpty()) {
      return 0;
    }
    int size = events.size();
    List<Object> batch = Collections.unmodifiableList(events);
    try {
      handler.onBatch(batch);
    } catch (Throwable thrown) {
      HandlerFailure failure = failed(batch, size, thrown);
      awaited.forEach(each -> each.failed(failure));
      return size;
    }
    ledger.delivered(size);
    bus.ledger.delivered(size);
    awaited.forEach(Awaited::delivered);
    bus.outcome();
    return size;
  }

  /** Takes the next element that is to be handled; null if there is none. */
  private @Nullable Object take() {
    for (; ; ) {
      Object element = poll();
      if (!(element instanceof Envelope envelope) || envelope.version == Envelope.UNVERSIONED) {
        return element;
      }
      if (envelope.version > lastVersion) {
        lastVersion = envelope.version;
        return element;
      }
      drop(element, DropReason.SUPERSEDED);
    }
  }

  /** Takes the next element of the prefix, else of the queue, else the newest event if owed. */
  private @Nullable Object poll() {
    Object[] events = prefix;
    if (events != null) {
      for (int taken = prefixTaken; taken < events.length; taken = prefixTaken) {
        if (PREFIX_TAKEN.compareAndSet(this, taken, taken + 1)) {
          return events[taken];
        }
      }
    }
    Object queued = queue.poll();
    if (queued == null && retained != null && OWES_NEWEST.compareAndSet(this, true, false)) {
      return retained.newest();
    }
    return queued;
  }

  // Closing

  @Override
  void closed() {
    queue.closed();
    sweep();
  }

  private void sweep() {
    VarHandle.fullFence();
    for (Object element = poll(); element != null; element = poll()) {
      drop(element, DropReason.CLOSED);
    }
  }

  /** Closes the subscription and returns the events that were not handled. */
  List<Object> closeAndTake() {
    List<Object> left = new ArrayList<>();
    isClosed = true;
    queue.closed();
    VarHandle.fullFence();
    for (Object element = poll(); element != null; element = poll()) {
      Object event = Envelope.eventIn(element);
      left.add(event instanceof Gathering.Asked<?, ?> asked ? asked.request : event);
      drop(element, DropReason.CLOSED);
    }
    return left;
  }

  @Override
  boolean awaitDrained(long nanos) throws InterruptedException {
    return bus.awaitIdle(ledger, nanos);
  }

  @Override
  boolean awaitQuiescence(long nanos) throws InterruptedException {
    return bus.running.awaitNoneFor(id(), nanos);
  }
}
