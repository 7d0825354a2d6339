package io.latchless.stress.subjects;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Overflow;
import io.latchless.eventbus.PublishResult;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A queued subscription of a bus, with the only topic that it receives. */
public interface QueueSubject {
  /**
   * The options of the subscription, which is slow when its queue is full.
   *
   * @param overflow what happens then
   * @param capacity how many events may be queued
   * @param batchSize how many events the handler gets at most
   * @param executor calls the handler
   */
  record Terms(Overflow overflow, int capacity, int batchSize, Executor executor) {}

  /** Creates subscriptions of one bus. */
  @FunctionalInterface
  interface Factory {
    QueueSubject create(Consumer<? super List<Integer>> handler, Terms terms);
  }

  /** Publishes an event, and returns whether the queue has accepted it. */
  boolean publish(int event);

  /** Publishes an event, and waits until it is handled. */
  void publishAndAwait(int event) throws InterruptedException;

  /** Ends the subscription; true if its handler is not called from then on. */
  boolean closeAndAwaitQuiescence() throws InterruptedException;

  /** Closes the bus, and returns the events that were accepted and not handled. */
  List<?> closeBus(Duration timeout) throws InterruptedException;

  /** Returns how many events were counted as dropped. */
  long dropped();

  /** Returns how often the subscription was reported as slow. */
  int warnings();

  /** Returns a factory of the library's subscriptions to a new bus. */
  static Factory ours() {
    EventBus bus = EventBus.builder().build();
    AtomicInteger lastTopic = new AtomicInteger();
    return (handler, terms) ->
        subscribe(
            bus, Topic.of("queue" + lastTopic.incrementAndGet(), Integer.class), handler, terms);
  }

  private static QueueSubject subscribe(
      EventBus bus, Topic<Integer> topic, Consumer<? super List<Integer>> handler, Terms terms) {
    Duration patience = Duration.ofDays(1);
    AtomicInteger warnings = new AtomicInteger();
    BusSubscription subscription =
        bus.subscribeBatches(
            topic,
            handler::accept,
            SubscriptionOptions.queued()
                .overflow(terms.overflow())
                .queueCapacity(terms.capacity())
                .slowAfter(terms.capacity())
                .batchSize(terms.batchSize())
                .on(terms.executor()));
    bus.subscribe(
        EventBus.SLOW,
        slow -> {
          if (slow.subscriptionId() == subscription.id()) {
            warnings.incrementAndGet();
          }
        },
        SubscriptionOptions.direct());
    return new QueueSubject() {
      @Override
      public boolean publish(int event) {
        return bus.publish(topic, event) == PublishResult.ACCEPTED;
      }

      @Override
      public void publishAndAwait(int event) throws InterruptedException {
        bus.publishAndAwait(topic, event, patience);
      }

      @Override
      public boolean closeAndAwaitQuiescence() throws InterruptedException {
        return subscription.closeAndAwaitQuiescence(patience);
      }

      @Override
      public List<?> closeBus(Duration timeout) throws InterruptedException {
        return bus.close(timeout).leftovers().stream()
            .flatMap(each -> each.events().stream())
            .toList();
      }

      @Override
      public long dropped() {
        return subscription.stats().counts().dropped();
      }

      @Override
      public int warnings() {
        return warnings.get();
      }
    };
  }
}
