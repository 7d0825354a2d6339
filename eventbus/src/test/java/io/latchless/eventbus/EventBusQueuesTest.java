package io.latchless.eventbus;

import static io.latchless.eventbus.Gate.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queued subscriptions: their runners, executors and overflow policies. */
class EventBusQueuesTest {
  private static final Topic<Integer> NUMBERS = Topic.of("numbers", Integer.class);

  private final EventBus bus = EventBus.builder().workers(4).build();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    bus.close();
  }

  private static SubscriptionOptions queued(boolean isStrict) {
    SubscriptionOptions options = SubscriptionOptions.queued();
    return isStrict ? options.strict() : options;
  }

  /** Subscribes a handler that waits at the gate before it records its first event. */
  private RecordingHandler<Integer> subscribeGated(SubscriptionOptions options) throws Exception {
    RecordingHandler<Integer> recorded = new RecordingHandler<>(100);
    bus.subscribe(
        NUMBERS,
        event -> {
          gate.pass();
          recorded.onEvent(event);
        },
        options);
    bus.publish(NUMBERS, 0);
    gate.awaitEntered();
    return recorded;
  }

  private EventCounts counts() {
    return bus.stats().subscriptions().get(0).counts();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsOrderWithOneCallAtATime(boolean isStrict) throws Exception {
    int count = 20_000;
    List<Integer> seen = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    bus.subscribe(
        NUMBERS,
        event -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          seen.add(event);
          inside.decrementAndGet();
        },
        queued(isStrict).queueCapacity(64).overflow(Overflow.block(LONG)).batchSize(3));
    for (int i = 0; i < count; i++) {
      assertThat(bus.publish(NUMBERS, i)).isEqualTo(PublishResult.ACCEPTED);
    }
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(seen).isEqualTo(IntStream.range(0, count).boxed().toList());
    assertThat(most).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dropsTheNewest(boolean isStrict) throws Exception {
    RecordingHandler<Integer> recorded = subscribeGated(queued(isStrict).queueCapacity(3));
    assertThat(bus.publishAll(NUMBERS, List.of(1, 2, 3, 4, 5))).isEqualTo(3);
    assertThat(bus.publish(NUMBERS, 6)).isEqualTo(PublishResult.DROPPED);
    assertThat(counts().dropped(DropReason.FULL)).isEqualTo(3);
    gate.open();
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(recorded.events()).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dropsTheOldest(boolean isStrict) throws Exception {
    RecordingHandler<Integer> recorded =
        subscribeGated(queued(isStrict).queueCapacity(3).overflow(Overflow.dropOldest()));
    assertThat(bus.publishAll(NUMBERS, List.of(1, 2, 3, 4, 5))).isEqualTo(5);
    assertThat(counts().dropped(DropReason.OLDEST)).isEqualTo(2);
    gate.open();
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(recorded.events()).containsExactly(0, 3, 4, 5);
  }

  @Test
  void keepsTheNewestPerKey() throws Exception {
    RecordingHandler<Integer> recorded =
        subscribeGated(
            SubscriptionOptions.queued()
                .overflow(Overflow.<Integer>latestPerKey(number -> number % 10, 2)));
    assertThat(bus.publishAll(NUMBERS, List.of(11, 12, 21, 31, 22))).isEqualTo(5);
    assertThat(bus.publish(NUMBERS, 13)).isEqualTo(PublishResult.DROPPED);
    assertThat(counts().dropped(DropReason.SUPERSEDED)).isEqualTo(3);
    assertThat(counts().dropped(DropReason.FULL)).isOne();
    gate.open();
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(recorded.events()).containsExactly(0, 31, 22);
  }

  @Test
  void aKeyFunctionThatThrowsCostsOnlyItsEvent() throws Exception {
    List<HandlerFailure> failures = new CopyOnWriteArrayList<>();
    try (EventBus other = EventBus.builder().onFailure(failures::add).build()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      other.subscribe(
          NUMBERS,
          recorded,
          SubscriptionOptions.queued()
              .overflow(Overflow.<Integer>latestPerKey(number -> 10 / number, 2)));
      assertThat(other.publish(NUMBERS, 0)).isEqualTo(PublishResult.DROPPED);
      assertThat(other.publish(NUMBERS, 5)).isEqualTo(PublishResult.ACCEPTED);
      assertThat(other.awaitIdle(LONG)).isTrue();
      assertThat(recorded.events()).containsExactly(5);
      assertThat(failures).singleElement().extracting(HandlerFailure::event).isEqualTo(0);
      assertThat(other.stats().counts().dropped(DropReason.NO_KEY)).isOne();
    }
  }

  /** A key whose hash code fails while it is told to. */
  private record MoodyKey(int number, AtomicBoolean isMoody) {
    @Override
    public int hashCode() {
      if (isMoody.get()) {
        throw new IllegalStateException("moody");
      }
      return number;
    }
  }

  @Test
  void aKeyThatThrowsWhereItsEventIsTakenCostsNothing() throws Exception {
    List<HandlerFailure> failures = new CopyOnWriteArrayList<>();
    AtomicBoolean isMoody = new AtomicBoolean();
    Queue<Runnable> tasks = new ArrayDeque<>();
    try (EventBus other = EventBus.builder().onFailure(failures::add).build()) {
      RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
      other.subscribe(
          NUMBERS,
          recorded,
          SubscriptionOptions.queued()
              .on(tasks::add)
              .overflow(
                  Overflow.<Integer>latestPerKey(number -> new MoodyKey(number % 10, isMoody), 4)));
      other.publishAll(NUMBERS, List.of(1, 11));
      isMoody.set(true);
      tasks.remove().run();
      isMoody.set(false);
      assertThat(failures).hasSize(1);
      other.publishAll(NUMBERS, List.of(21, 2));
      tasks.remove().run();
      assertThat(recorded.events()).containsExactly(11, 21, 2);
      assertThat(other.awaitIdle(Duration.ZERO)).isTrue();
    }
  }

  @Test
  void aKeyFunctionThatFailsKeepsNoEventFromOtherRecipients() throws Exception {
    RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
    try (EventBus other = EventBus.builder().onFailure(failure -> {}).build()) {
      other.subscribe(
          NUMBERS,
          event -> {},
          SubscriptionOptions.queued()
              .overflow(
                  Overflow.<Integer>latestPerKey(
                      number -> {
                        throw new OutOfMemoryError("planted");
                      },
                      4)));
      other.subscribe(NUMBERS, recorded);
      assertThat(other.publish(NUMBERS, 1)).isEqualTo(PublishResult.PARTLY);
      assertThat(other.awaitIdle(LONG)).isTrue();
      assertThat(recorded.events()).containsExactly(1);
    }
  }

  @Test
  void rejectsByAnExceptionAfterTheOthersWereOffered() throws Exception {
    subscribeGated(
        SubscriptionOptions.queued().named("slow").queueCapacity(1).overflow(Overflow.reject()));
    RecordingHandler<Integer> other = new RecordingHandler<>(10);
    bus.subscribe(NUMBERS, other);
    bus.publish(NUMBERS, 1);
    assertThatExceptionOfType(EventRejectedException.class)
        .isThrownBy(() -> bus.publish(NUMBERS, 2))
        .withMessage("the queue of \"slow\" is full: it holds 1 events");
    assertThat(other.await(2, LONG)).isTrue();
    assertThat(counts().dropped(DropReason.REJECTED)).isOne();
  }

  @Test
  void aPublisherWaitsForRoom() throws Exception {
    RecordingHandler<Integer> recorded =
        subscribeGated(
            SubscriptionOptions.queued().queueCapacity(1).overflow(Overflow.block(LONG)));
    bus.publish(NUMBERS, 1);
    List<PublishResult> results = new CopyOnWriteArrayList<>();
    Thread publisher = new Thread(() -> results.add(bus.publish(NUMBERS, 2)));
    publisher.start();
    awaitParked(publisher);
    gate.open();
    publisher.join();
    assertThat(results).containsExactly(PublishResult.ACCEPTED);
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(recorded.events()).containsExactly(0, 1, 2);
  }

  private static void awaitParked(Thread thread) {
    await()
        .atMost(LONG)
        .until(
            () ->
                thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING);
  }

  @Test
  void aWaitForRoomEndsAtItsLimit() throws Exception {
    subscribeGated(
        SubscriptionOptions.queued()
            .queueCapacity(1)
            .overflow(Overflow.block(Duration.ofMillis(1))));
    bus.publish(NUMBERS, 1);
    assertThat(bus.publish(NUMBERS, 2)).isEqualTo(PublishResult.DROPPED);
    assertThat(counts().dropped(DropReason.TIMED_OUT)).isOne();
  }

  @Test
  void aWaitForRoomEndsByAnInterruptWhichStaysSet() throws Exception {
    subscribeGated(SubscriptionOptions.queued().queueCapacity(1).overflow(Overflow.block(LONG)));
    bus.publish(NUMBERS, 1);
    Thread.currentThread().interrupt();
    assertThat(bus.publish(NUMBERS, 2)).isEqualTo(PublishResult.DROPPED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(counts().dropped(DropReason.INTERRUPTED)).isOne();
  }

  @Test
  void aWaitForRoomEndsByClose() throws Exception {
    subscribeGated(SubscriptionOptions.queued().queueCapacity(1).overflow(Overflow.block(LONG)));
    bus.publish(NUMBERS, 1);
    List<PublishResult> results = new CopyOnWriteArrayList<>();
    Thread waiting = new Thread(() -> results.add(bus.publish(NUMBERS, 2)));
    waiting.start();
    awaitParked(waiting);
    gate.open();
    assertThat(bus.close(Duration.ZERO)).isNotNull();
    waiting.join();
    assertThat(results).hasSize(1);
    assertThat(bus.stats().counts().offered()).isEqualTo(3);
    assertThat(bus.awaitIdle(LONG)).isTrue();
  }

  @Test
  void handlersThatFillEachOthersQueuesDoNotWait() throws Exception {
    Topic<Integer> there = Topic.of("there", Integer.class);
    Topic<Integer> back = Topic.of("back", Integer.class);
    SubscriptionOptions tight =
        SubscriptionOptions.queued().queueCapacity(1).overflow(Overflow.block(LONG));
    bus.subscribe(there, event -> bus.publishAll(back, List.of(event, event, event)), tight);
    bus.subscribe(
        back,
        event -> {
          if (event > 0) {
            bus.publishAll(there, List.of(event - 1, event - 1, event - 1));
          }
        },
        tight);
    bus.publish(there, 20);
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(bus.stats().counts().dropped(DropReason.IN_HANDLER)).isPositive();
  }

  @Test
  void anExecutorThatRejectsIsAskedAgain() throws Exception {
    AtomicBoolean rejects = new AtomicBoolean(true);
    Queue<Runnable> tasks = new ArrayDeque<>();
    RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
    bus.subscribe(
        NUMBERS,
        recorded,
        SubscriptionOptions.queued()
            .on(
                task -> {
                  if (rejects.get()) {
                    throw new RejectedExecutionException("not now");
                  }
                  tasks.add(task);
                }));
    assertThat(bus.publish(NUMBERS, 1)).isEqualTo(PublishResult.ACCEPTED);
    assertThat(bus.stats().rejections()).isPositive();
    rejects.set(false);
    bus.publish(NUMBERS, 2);
    bus.publish(NUMBERS, 3);
    assertThat(tasks).as("one task, however many events").hasSize(1);
    tasks.remove().run();
    assertThat(recorded.events()).containsExactly(1, 2, 3);
    assertThat(bus.awaitIdle(Duration.ZERO)).isTrue();
  }

  @Test
  void anExecutorThatThrowsAfterItHasRunTheTaskHasNotRejectedIt() throws Exception {
    RecordingHandler<Integer> recorded = new RecordingHandler<>(10);
    bus.subscribe(
        NUMBERS,
        recorded,
        SubscriptionOptions.queued()
            .on(
                task -> {
                  task.run();
                  throw new RejectedExecutionException("too late");
                }));
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    try {
      Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
      bus.publish(NUMBERS, 1);
      bus.publish(NUMBERS, 2);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(recorded.events()).containsExactly(1, 2);
    assertThat(bus.stats().rejections()).isZero();
    assertThat(bus.awaitIdle(Duration.ZERO)).isTrue();
  }

  @Test
  void anExecutorThatRunsTasksAtOnceDoesNotDeepenTheStack() throws Exception {
    AtomicInteger handled = new AtomicInteger();
    AtomicInteger deepest = new AtomicInteger();
    int events = 100_000;
    bus.subscribe(
        NUMBERS,
        event -> {
          handled.incrementAndGet();
          deepest.accumulateAndGet(new Throwable().getStackTrace().length, Math::max);
          if (event > 0) {
            bus.publish(NUMBERS, event - 1);
          }
        },
        SubscriptionOptions.queued().on(Runnable::run).batchSize(2));
    bus.publish(NUMBERS, events);
    assertThat(handled).hasValue(events + 1);
    assertThat(deepest.get()).isLessThan(300);
    assertThat(bus.awaitIdle(Duration.ZERO)).isTrue();
  }

  @Test
  void aTaskGoesToTheBackOfTheLineAfterABatch() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    List<String> order = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      bus.subscribe(
          NUMBERS,
          event -> order.add(name + event),
          SubscriptionOptions.queued().on(tasks::add).batchSize(2));
    }
    bus.publishAll(NUMBERS, List.of(1, 2, 3));
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
    assertThat(order).containsExactly("a1", "a2", "b1", "b2", "a3", "b3");
  }

  @Test
  void aBatchHoldsWhatHasQueuedUpAndItsListIsItsOwn() throws Exception {
    List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    bus.subscribeBatches(
        NUMBERS,
        batch -> {
          gate.pass();
          batches.add(batch);
        },
        SubscriptionOptions.queued().batchSize(3));
    bus.publish(NUMBERS, 0);
    gate.awaitEntered();
    bus.publishAll(NUMBERS, List.of(1, 2, 3, 4));
    gate.open();
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(batches.get(0)).containsExactly(0);
    assertThat(batches.stream().flatMap(List::stream)).containsExactly(0, 1, 2, 3, 4);
    assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 3));
    assertThatThrownBy(() -> batches.get(0).add(9))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aSlowSubscriberIsReportedOncePerEpisode() throws Exception {
    AtomicInteger now = new AtomicInteger();
    try (EventBus clocked = EventBus.builder().clock(now::get).build()) {
      RecordingHandler<SlowSubscriber> slow = new RecordingHandler<>(10);
      clocked.subscribe(EventBus.SLOW, slow);
      Queue<Runnable> tasks = new ArrayDeque<>();
      clocked.subscribe(
          NUMBERS,
          event -> {},
          SubscriptionOptions.queued().named("s").on(tasks::add).slowAfter(4).batchSize(1));
      clocked.publishAll(NUMBERS, List.of(1, 2, 3));
      now.set(7);
      clocked.publishAll(NUMBERS, List.of(4, 5));
      assertThat(slow.await(1, LONG)).isTrue();
      tasks.remove().run();
      clocked.publish(NUMBERS, 6);
      assertThat(slow.count()).isOne();
      for (int i = 0; i < 4; i++) {
        tasks.remove().run();
      }
      clocked.publishAll(NUMBERS, List.of(7, 8, 9));
      assertThat(slow.await(2, LONG)).isTrue();
      SlowSubscriber first = slow.events().get(0);
      assertThat(first.subscription()).isEqualTo("s");
      assertThat(first.depth()).isEqualTo(4);
      assertThat(first.oldest()).isEqualTo(Duration.ofNanos(7));
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    }
  }
}
