package io.latchless.eventbus;

import static io.latchless.eventbus.Gate.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starting and closing a bus and its subscriptions, retained topics, and awaiting. */
class EventBusLifeTest {
  private static final Topic<Integer> NUMBERS = Topic.of("numbers", Integer.class);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Gate gate = new Gate();

  private static EventBus bus() {
    return EventBus.builder().workers(2).build();
  }

  /** Waits at the gate before it records an event. */
  private EventHandler<Integer> gated(RecordingHandler<Integer> recorded) {
    return event -> {
      gate.pass();
      recorded.onEvent(event);
    };
  }

  // Starting

  @Test
  void theLogComesBeforeLiveEventsAndGoesToEveryQueueThatExists() throws Exception {
    try (EventBus bus = EventBus.builder().startBuffer(3).workers(2).build()) {
      RecordingHandler<Integer> first = new RecordingHandler<>(10);
      bus.subscribe(NUMBERS, first);
      assertThat(bus.publish(NUMBERS, 1)).isEqualTo(PublishResult.BUFFERED);
      assertThat(bus.publish(NUMBERS, 2)).isEqualTo(PublishResult.BUFFERED);
      RecordingHandler<Object> second = new RecordingHandler<>(10);
      bus.subscribe(Topic.any(Object.class), second, SubscriptionOptions.queued().queueCapacity(1));
      assertThat(bus.publish(NUMBERS, 3)).isEqualTo(PublishResult.BUFFERED);
      assertThat(bus.publish(NUMBERS, 4)).isEqualTo(PublishResult.DROPPED);
      assertThat(bus.stats().buffered()).isEqualTo(3);
      assertThat(first.events()).isEmpty();
      bus.start();
      bus.start();
      RecordingHandler<Integer> late = new RecordingHandler<>(10);
      bus.subscribe(NUMBERS, late);
      assertThat(bus.awaitIdle(LONG)).isTrue();
      bus.publish(NUMBERS, 5);
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(first.events()).containsExactly(1, 2, 3, 5);
      assertThat(second.events()).containsExactly(1, 2, 3, 5);
      assertThat(late.events()).containsExactly(5);
      assertThat(bus.stats().buffered()).isZero();
      assertThat(bus.stats().counts().dropped(DropReason.START_LOG_FULL)).isOne();
    }
  }

  @Test
  void publishersThatRaceWithTheStartLoseNothingAndKeepTheirOrder() throws Exception {
    int count = 2_000;
    for (int round = 0; round < 50; round++) {
      try (EventBus bus = EventBus.builder().startBuffer(count).workers(2).build()) {
        RecordingHandler<Integer> recorded = new RecordingHandler<>(count);
        bus.subscribe(NUMBERS, recorded, SubscriptionOptions.queued().queueCapacity(count));
        Thread publisher =
            new Thread(() -> IntStream.range(0, count).forEach(i -> bus.publish(NUMBERS, i)));
        publisher.start();
        bus.start();
        publisher.join();
        assertThat(bus.awaitIdle(LONG)).isTrue();
        assertThat(recorded.events()).isEqualTo(IntStream.range(0, count).boxed().toList());
      }
    }
  }

  @Test
  void anEventOfTheLogWithoutAQueueIsDead() throws Exception {
    try (EventBus bus = EventBus.builder().startBuffer(3).build()) {
      RecordingHandler<DeadEvent> dead = new RecordingHandler<>(3);
      bus.subscribe(EventBus.DEAD, dead);
      bus.publish(NUMBERS, 1);
      bus.start();
      assertThat(dead.await(1, LONG)).isTrue();
      assertThat(bus.stats().dead()).isOne();
    }
  }

  @Test
  void aBusThatNeverStartedReportsItsLog() throws Exception {
    EventBus bus = EventBus.builder().startBuffer(3).build();
    bus.subscribe(NUMBERS, new RecordingHandler<>(1));
    bus.publish(NUMBERS, 1);
    CloseReport report = bus.close(LONG);
    assertThat(report.leftovers())
        .containsExactly(new CloseReport.Leftover(0, "start-up log", List.of(1), false));
    assertThat(bus.publish(NUMBERS, 2)).isEqualTo(PublishResult.REFUSED);
    assertThat(bus.stats().counts().pending()).isZero();
  }

  // Retained topics

  @Test
  void aLateSubscriptionStartsWithTheNewestEvent() throws Exception {
    try (EventBus bus = EventBus.builder().retain(NUMBERS).build()) {
      bus.publish(NUMBERS, 1);
      bus.publish(NUMBERS, 2);
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      bus.subscribe(NUMBERS, recorded, SubscriptionOptions.queued().withLatest());
      assertThat(recorded.await(1, LONG)).isTrue();
      bus.publish(NUMBERS, 3);
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(recorded.events()).containsExactly(2, 3);
    }
  }

  @Test
  void theLastEventIsTheNewestEvenIfTheQueueHasOverflowed() throws Exception {
    try (EventBus bus = EventBus.builder().retain(NUMBERS).build()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      bus.subscribe(
          NUMBERS,
          event -> {
            gate.pass();
            recorded.onEvent(event);
          },
          SubscriptionOptions.queued().queueCapacity(1).withLatest());
      bus.publish(NUMBERS, 1);
      gate.awaitEntered();
      bus.publishAll(NUMBERS, List.of(2, 3, 4, 5));
      gate.open();
      assertThat(recorded.await(3, LONG)).isTrue();
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(recorded.events()).containsExactly(1, 2, 5);
    }
  }

  @Test
  void versionsGrowAndEndWithTheNewestBesidePublishersAndSubscribers() throws Exception {
    for (int round = 0; round < 50; round++) {
      try (EventBus bus = EventBus.builder().retain(NUMBERS).workers(2).build()) {
        List<Thread> publishers = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
          int from = t;
          publishers.add(
              new Thread(
                  () -> IntStream.range(0, 500).forEach(i -> bus.publish(NUMBERS, 2 * i + from))));
        }
        publishers.forEach(Thread::start);
        List<RecordingHandler<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
          RecordingHandler<Integer> recorded = new RecordingHandler<>(2_000);
          all.add(recorded);
          bus.subscribe(NUMBERS, recorded, SubscriptionOptions.queued().withLatest());
        }
        for (Thread publisher : publishers) {
          publisher.join();
        }
        assertThat(bus.awaitIdle(LONG)).isTrue();
        RecordingHandler<Integer> after = new RecordingHandler<>(2);
        bus.subscribe(NUMBERS, after, SubscriptionOptions.queued().withLatest());
        assertThat(after.await(1, LONG)).isTrue();
        for (RecordingHandler<Integer> recorded : all) {
          List<Integer> events = recorded.events();
          assertThat(events).doesNotHaveDuplicates().isNotEmpty();
          assertThat(events.get(events.size() - 1)).isEqualTo(after.events().get(0));
        }
      }
    }
  }

  // Awaiting

  @Test
  void publishAndAwaitTellsTheOutcomeOfEachRecipient() throws Exception {
    try (EventBus bus = bus()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      bus.subscribe(NUMBERS, recorded);
      bus.subscribe(
          NUMBERS,
          event -> {
            throw new IllegalArgumentException("no " + event);
          },
          SubscriptionOptions.direct().named("broken"));
      Delivery delivery = bus.publishAndAwait(NUMBERS, 1, LONG);
      assertThat(delivery.result()).isEqualTo(PublishResult.ACCEPTED);
      assertThat(delivery.delivered()).isOne();
      assertThat(delivery.isComplete()).isFalse();
      assertThat(delivery.failures())
          .singleElement()
          .satisfies(failure -> assertThat(failure.subscription()).isEqualTo("broken"));
      assertThat(recorded.events()).containsExactly(1);

      Topic<Integer> stuck = Topic.of("stuck", Integer.class);
      bus.subscribe(stuck, event -> gate.pass());
      Delivery pending = bus.publishAndAwait(stuck, 1, SHORT);
      assertThat(pending.pending()).isOne();
      gate.open();
      assertThat(bus.publishAndAwait(stuck, 2, LONG).isComplete()).isTrue();
      assertThat(bus.publishAndAwait(Topic.of("nowhere", Integer.class), 1, LONG).result())
          .isEqualTo(PublishResult.DEAD);
    }
  }

  @Test
  void anOutcomeIsAlsoLearntIfTheSubscriptionIsClosed() throws Exception {
    try (EventBus bus = bus()) {
      BusSubscription subscription = bus.subscribe(NUMBERS, event -> gate.pass());
      bus.publish(NUMBERS, 0);
      gate.awaitEntered();
      List<Delivery> deliveries = new CopyOnWriteArrayList<>();
      Thread waiting =
          new Thread(
              () -> {
                try {
                  deliveries.add(bus.publishAndAwait(NUMBERS, 1, LONG));
                } catch (InterruptedException interrupt) {
                  throw new AssertionError(interrupt);
                }
              });
      waiting.start();
      await().atMost(LONG).until(() -> subscription.stats().counts().offered() == 2);
      subscription.close();
      waiting.join();
      assertThat(deliveries).singleElement().extracting(Delivery::dropped).isEqualTo(1);
      gate.open();
    }
  }

  @Test
  void aHandlerThatWouldWaitForItselfIsRefused() throws Exception {
    try (EventBus bus = bus()) {
      List<Throwable> thrown = new CopyOnWriteArrayList<>();
      List<BusSubscription> self = new CopyOnWriteArrayList<>();
      EventHandler<Integer> handler =
          event -> {
            for (Callable<?> wait :
                List.<Callable<?>>of(
                    () -> bus.publishAndAwait(NUMBERS, 2, LONG),
                    () -> bus.awaitIdle(LONG),
                    () -> bus.close(LONG),
                    () -> self.get(0).closeAndAwaitQuiescence(LONG),
                    () -> self.get(0).drainAndClose(LONG))) {
              try {
                wait.call();
              } catch (IllegalStateException refused) {
                thrown.add(refused);
              }
            }
          };
      self.add(bus.subscribe(NUMBERS, handler));
      bus.publish(NUMBERS, 1);
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(thrown).hasSize(5);
      self.remove(0).close();
      self.add(bus.subscribe(NUMBERS, handler, SubscriptionOptions.direct()));
      bus.publish(NUMBERS, 1);
      assertThat(thrown).hasSize(10);
      assertThat(thrown.get(0))
          .hasMessage(
              "publishAndAwait was called by a handler of the same bus, and might wait for it;"
                  + " call publish instead");
    }
  }

  // Closing subscriptions

  @Test
  void aClosedSubscriptionDropsWhatIsQueued() throws Exception {
    try (EventBus bus = bus()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      BusSubscription subscription = bus.subscribe(NUMBERS, gated(recorded));
      bus.publish(NUMBERS, 0);
      gate.awaitEntered();
      bus.publishAll(NUMBERS, List.of(1, 2));
      assertThat(subscription.closeAndAwaitQuiescence(SHORT)).isFalse();
      assertThat(subscription.stats().counts().dropped(DropReason.CLOSED)).isEqualTo(2);
      gate.open();
      assertThat(subscription.closeAndAwaitQuiescence(LONG)).isTrue();
      assertThat(recorded.events()).containsExactly(0);
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(subscription.stats().counts().pending()).isZero();
    }
  }

  @Test
  void aCallOfADirectHandlerIsUnderWayUntilItReturns() throws Exception {
    try (EventBus bus = bus()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      BusSubscription subscription =
          bus.subscribe(NUMBERS, gated(recorded), SubscriptionOptions.direct());
      Thread publisher = new Thread(() -> bus.publish(NUMBERS, 1));
      publisher.start();
      gate.awaitEntered();
      assertThat(bus.awaitIdle(Duration.ofMillis(1))).isFalse();
      assertThat(bus.stats().counts().offered()).isZero();
      assertThat(subscription.drainAndClose(Duration.ofMillis(1))).isFalse();
      Thread opener = new Thread(gate::open);
      opener.start();
      assertThat(bus.awaitIdle(LONG)).isTrue();
      publisher.join();
      opener.join();
      assertThat(bus.stats().counts().delivered()).isEqualTo(1);
      assertThat(subscription.stats().counts().delivered()).isEqualTo(1);
    }
  }

  @Test
  void drainAndCloseHandlesWhatIsQueuedFirst() throws Exception {
    try (EventBus bus = bus()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      BusSubscription subscription = bus.subscribe(NUMBERS, gated(recorded));
      bus.publishAll(NUMBERS, List.of(0, 1, 2));
      gate.awaitEntered();
      Thread opener = new Thread(gate::open);
      opener.start();
      assertThat(subscription.drainAndClose(LONG)).isTrue();
      opener.join();
      assertThat(recorded.events()).containsExactly(0, 1, 2);
      assertThat(bus.publish(NUMBERS, 3)).isEqualTo(PublishResult.DEAD);
    }
  }

  @Test
  void quiescenceOfADirectHandlerIsAwaited() throws Exception {
    try (EventBus bus = bus()) {
      BusSubscription subscription =
          bus.subscribe(NUMBERS, event -> gate.pass(), SubscriptionOptions.direct());
      Thread publisher = new Thread(() -> bus.publish(NUMBERS, 1));
      publisher.start();
      gate.awaitEntered();
      assertThat(subscription.closeAndAwaitQuiescence(SHORT)).isFalse();
      gate.open();
      assertThat(subscription.closeAndAwaitQuiescence(LONG)).isTrue();
      publisher.join();
    }
  }

  // Closing the bus

  @Test
  void cascadesEndBeforeTheBusIsClosed() throws Exception {
    EventBus bus = bus();
    RecordingHandler<Integer> recorded = new RecordingHandler<>(200);
    bus.subscribe(
        NUMBERS,
        event -> {
          gate.pass();
          recorded.onEvent(event);
          if (event < 100) {
            bus.publish(NUMBERS, event + 1);
          }
        });
    bus.publish(NUMBERS, 0);
    gate.awaitEntered();
    List<CloseReport> reports = new CopyOnWriteArrayList<>();
    Thread closer = new Thread(() -> reports.add(closed(bus)));
    closer.start();
    Topic<Integer> probe = Topic.of("probe", Integer.class);
    await().atMost(LONG).until(() -> bus.publish(probe, 1) == PublishResult.REFUSED);
    assertThat(bus.publish(NUMBERS, 1_000)).isEqualTo(PublishResult.REFUSED);
    gate.open();
    closer.join();
    assertThat(reports).singleElement().satisfies(each -> assertThat(each.isComplete()).isTrue());
    assertThat(recorded.events()).isEqualTo(IntStream.rangeClosed(0, 100).boxed().toList());
  }

  private static CloseReport closed(EventBus bus) {
    try {
      return bus.close(LONG);
    } catch (InterruptedException interrupt) {
      throw new AssertionError(interrupt);
    }
  }

  @Test
  void aStuckHandlerHoldsUpNothingAndIsReported() throws Exception {
    EventBus bus = bus();
    BusSubscription stuck =
        bus.subscribe(NUMBERS, event -> gate.pass(), SubscriptionOptions.queued().named("stuck"));
    bus.publish(NUMBERS, 0);
    gate.awaitEntered();
    bus.publishAll(NUMBERS, List.of(1, 2));
    CloseReport report = bus.close(SHORT);
    assertThat(report.leftovers())
        .containsExactly(new CloseReport.Leftover(stuck.id(), "stuck", List.of(1, 2), true));
    assertThat(bus.close(LONG)).isSameAs(report);
    bus.close();
    gate.open();
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(stuck.closeAndAwaitQuiescence(LONG)).isTrue();
    assertThat(bus.stats().counts().delivered()).isOne();
  }

  @Test
  void anInterruptEndsTheWaitOfCloseAndTheBusIsClosedAllTheSame() throws Exception {
    EventBus bus = bus();
    bus.subscribe(NUMBERS, event -> gate.pass());
    bus.publish(NUMBERS, 0);
    gate.awaitEntered();
    Thread.currentThread().interrupt();
    bus.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(bus.publish(NUMBERS, 1)).isEqualTo(PublishResult.REFUSED);
    assertThatIllegalStateException().isThrownBy(() -> bus.subscribe(NUMBERS, event -> {}));
    assertThatIllegalStateException().isThrownBy(bus::start);
    gate.open();
  }

  @Test
  void theWorkersEndWithTheBus() throws Exception {
    EventBus bus = EventBus.builder().threadNames("ending").workers(3).build();
    bus.subscribe(NUMBERS, event -> {});
    bus.publish(NUMBERS, 1);
    bus.close();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("ending")) {
        thread.join(LONG.toMillis());
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }
}
