package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.latchless.primitives.internal.Arguments;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription receives its events. Immutable; each method returns changed options.
 *
 * <pre>{@code
 * bus.subscribe(PLACED, this::ship,
 *     SubscriptionOptions.queued().named("shipping").overflow(Overflow.dropOldest()));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SubscriptionOptions {
  /** The largest capacity of a queue. */
  static final int MOST = 1 << 29;

  private static final int BATCH = 64;
  private static final SubscriptionOptions QUEUED = new SubscriptionOptions(new Values());
  private static final SubscriptionOptions DIRECT = QUEUED.with(values -> values.isDirect = true);

  /** The options, while a copy of them is made. */
  private static final class Values implements Cloneable {
    private boolean isDirect;
    private boolean isStrict;
    private boolean isWithLatest;
    private @Nullable String name;
    private int queueCapacity;
    private @Nullable Overflow overflow;
    private @Nullable Executor executor;
    private int priority;
    private int batchSize = BATCH;
    private int slowAfter = Integer.MAX_VALUE;

    @Override
    protected Values clone() {
      try {
        return (Values) super.clone();
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  /** A change of one option. */
  private interface Change {
    void apply(Values values);
  }

  private final Values values;

  private SubscriptionOptions(Values values) {
    this.values = values;
  }

  /**
   * Returns the options of a subscription with a queue, which a worker drains.
   *
   * @return the options, with the defaults of the bus
   */
  public static SubscriptionOptions queued() {
    return QUEUED;
  }

  /**
   * Returns the options of a subscription without a queue. The publishers' threads call its
   * handler, several at the same time, and wait until it returns.
   *
   * @return the options
   */
  public static SubscriptionOptions direct() {
    return DIRECT;
  }

  private SubscriptionOptions with(Change change) {
    Values next = values.clone();
    change.apply(next);
    return new SubscriptionOptions(next);
  }

  /**
   * Gives the subscription a name, for statistics, failures and logs.
   *
   * @param name the name; without it, the topic's name and the subscription's id are used
   * @return changed options
   */
  public SubscriptionOptions named(String name) {
    requireNonNull(name, "name");
    return with(next -> next.name = name);
  }

  /**
   * Sets how many events may be queued.
   *
   * @param capacity from 1 to 2<sup>29</sup>
   * @return changed options
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public SubscriptionOptions queueCapacity(int capacity) {
    Arguments.requireBetween(1, MOST, capacity, "capacity");
    return queuedWith("queueCapacity", next -> next.queueCapacity = capacity);
  }

  /**
   * Sets what happens when the queue is full.
   *
   * @param overflow the policy
   * @return changed options
   */
  public SubscriptionOptions overflow(Overflow overflow) {
    requireNonNull(overflow, "overflow");
    return queuedWith("overflow", next -> next.overflow = overflow);
  }

  /**
   * Lets an executor run the handler, instead of the workers of the bus. The executor gets one task
   * at a time, which handles up to {@link #batchSize} events. If it rejects the task, the events
   * stay queued, and the next publication tries again.
   *
   * @param executor the executor; one that starts a virtual thread for each task will do
   * @return changed options
   */
  public SubscriptionOptions on(Executor executor) {
    requireNonNull(executor, "executor");
    return queuedWith("on", next -> next.executor = executor);
  }

  /**
   * Sets the priority among the subscriptions to the same scope. Queued subscriptions are offered
   * an event before any direct one is called, whatever their priorities.
   *
   * @param priority subscriptions of higher priority come earlier
   * @return changed options
   */
  public SubscriptionOptions priority(int priority) {
    return with(next -> next.priority = priority);
  }

  /**
   * Sets after how many events the subscription goes to the back of its executor's line, and how
   * many events a {@link BatchHandler} receives at most.
   *
   * @param events from 1 to 2<sup>29</sup>; 64 without this call
   * @return changed options
   * @throws IllegalArgumentException if {@code events} is out of these bounds
   */
  public SubscriptionOptions batchSize(int events) {
    Arguments.requireBetween(1, MOST, events, "events");
    return queuedWith("batchSize", next -> next.batchSize = events);
  }

  /**
   * Starts with the newest event of a topic that the bus retains, see {@link
   * EventBus.Builder#retain}. From then on, each event is newer than the one before, and the last
   * one is the newest, even if the queue has overflowed.
   *
   * @return changed options
   */
  public SubscriptionOptions withLatest() {
    return queuedWith("withLatest", next -> next.isWithLatest = true);
  }

  /**
   * Publishes a {@link SlowSubscriber} when the queue grows to a depth. The subscription then also
   * records when each event was queued, which costs an object and a reading of the clock.
   *
   * @param depth at least 1
   * @return changed options
   * @throws IllegalArgumentException if {@code depth} is less than 1
   */
  public SubscriptionOptions slowAfter(int depth) {
    Arguments.requireBetween(1, Integer.MAX_VALUE, depth, "depth");
    return queuedWith("slowAfter", next -> next.slowAfter = depth);
  }

  /**
   * Uses a queue in which a thread that stops anywhere holds up no other. It is slower than the
   * usual queue. There, a publisher that is stopped in the middle of its offer holds up the events
   * behind it in the same queue.
   *
   * @return changed options
   */
  public SubscriptionOptions strict() {
    return queuedWith("strict", next -> next.isStrict = true);
  }

  private SubscriptionOptions queuedWith(String option, Change change) {
    if (values.isDirect) {
      throw new IllegalArgumentException(
          option + " must be set for a queued subscription, was set for a direct one");
    }
    return with(change);
  }

  boolean isDirect() {
    return values.isDirect;
  }

  boolean isStrict() {
    return values.isStrict;
  }

  boolean isWithLatest() {
    return values.isWithLatest;
  }

  @Nullable String name() {
    return values.name;
  }

  /** Returns these options, with defaults for what they leave open. */
  SubscriptionOptions orElse(int capacity, Overflow policy, Supplier<? extends Executor> workers) {
    return with(
        next -> {
          next.queueCapacity = next.queueCapacity == 0 ? capacity : next.queueCapacity;
          next.overflow = requireNonNullElse(next.overflow, policy);
          next.executor = next.executor == null ? workers.get() : next.executor;
        });
  }

  int queueCapacity() {
    return values.queueCapacity;
  }

  Overflow overflow() {
    return requireNonNull(values.overflow, "no default was given");
  }

  Executor executor() {
    return requireNonNull(values.executor, "no default was given");
  }

  int priority() {
    return values.priority;
  }

  int batchSize() {
    return values.batchSize;
  }

  int slowAfter() {
    return values.slowAfter;
  }
}
