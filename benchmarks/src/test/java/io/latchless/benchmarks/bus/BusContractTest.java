package io.latchless.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bus brings every event to every subscriber. The tests run on threads of their own, because
 * some publishers that wait for space cannot be interrupted.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BusContractTest {
  private static final String BUSES = "io.latchless.benchmarks.bus.Buses#";
  private static final int EVENTS = 5 * Buses.CAPACITY;

  static Stream<String> queued() {
    return Stream.concat(Buses.ORDERED.stream(), Buses.UNORDERED.stream());
  }

  @ParameterizedTest
  @FieldSource(BUSES + "DIRECT")
  void callsAllHandlersBeforeItReturns(String name) throws InterruptedException {
    List<Handler> handlers = IntStream.range(0, 8).mapToObj(Handler::numbered).toList();
    DispatchTally expected = new DispatchTally();
    handlers.forEach(handler -> handler.on(expected));
    Bus bus = Buses.direct(name, handlers);
    DispatchTally tally = new DispatchTally();

    bus.publish(tally);
    bus.stop();

    assertThat(tally.value()).isEqualTo(expected.value()).isNotZero();
  }

  @ParameterizedTest
  @MethodSource("queued")
  void losesAndRepeatsNothingIfPublishersWait(String name) throws InterruptedException {
    Received received = publishedByTwo(name);

    Set<DispatchTally> published = identities(received.first);
    published.addAll(received.second);
    for (Queue<DispatchTally> events : received.bySubscriber) {
      assertThat(events).hasSameSizeAs(published);
      assertThat(identities(events).equals(published)).as("the same events").isTrue();
    }
  }

  @ParameterizedTest
  @FieldSource(BUSES + "ORDERED")
  void keepsTheOrderOfEachPublisher(String name) throws InterruptedException {
    Received received = publishedByTwo(name);

    for (Queue<DispatchTally> events : received.bySubscriber) {
      Set<DispatchTally> first = identities(received.first);
      assertThat(events.stream().filter(first::contains)).containsExactlyElementsOf(received.first);
      assertThat(events.stream().filter(event -> !first.contains(event)))
          .containsExactlyElementsOf(received.second);
    }
  }

  private static Set<DispatchTally> identities(Iterable<DispatchTally> events) {
    Set<DispatchTally> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    events.forEach(identities::add);
    return identities;
  }

  private record Received(
      List<DispatchTally> first,
      List<DispatchTally> second,
      List<Queue<DispatchTally>> bySubscriber) {}

  private static void publishAll(Bus bus, List<DispatchTally> events) {
    try {
      for (DispatchTally event : events) {
        bus.publish(event);
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static Received publishedByTwo(String name) throws InterruptedException {
    List<Queue<DispatchTally>> bySubscriber =
        Stream.<Queue<DispatchTally>>generate(ConcurrentLinkedQueue::new).limit(3).toList();
    Bus bus =
        Buses.queued(
            name,
            bySubscriber.stream().<Handler>map(events -> events::add).toList(),
            WhenFull.WAIT);
    List<DispatchTally> first = events();
    List<DispatchTally> second = events();
    Thread other = Buses.daemon(() -> publishAll(bus, second));
    other.start();
    publishAll(bus, first);
    other.join();
    await().until(() -> bySubscriber.stream().allMatch(events -> events.size() >= 2 * EVENTS));
    bus.stop();
    return new Received(first, second, bySubscriber);
  }

  private static List<DispatchTally> events() {
    return Stream.generate(DispatchTally::new).limit(EVENTS).toList();
  }

  @ParameterizedTest
  @FieldSource(BUSES + "ORDERED")
  void callsAHandlerOnOneThreadAtATime(String name) throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    Handler handler =
        event -> {
          if (inside.incrementAndGet() != 1) {
            overlaps.incrementAndGet();
          }
          inside.decrementAndGet();
          calls.incrementAndGet();
        };
    Bus bus = Buses.queued(name, List.of(handler), WhenFull.WAIT);

    for (DispatchTally event : events()) {
      bus.publish(event);
    }
    await().until(() -> calls.get() == EVENTS);
    bus.stop();

    assertThat(overlaps).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("queued")
  void dropsAtAFullQueueIfAsked(String name) throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    Handler stuck =
        event -> {
          try {
            released.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          calls.incrementAndGet();
        };
    Bus bus = Buses.queued(name, List.of(stuck), WhenFull.DROP);

    for (DispatchTally event : events()) {
      bus.publish(event);
    }
    released.countDown();
    await().until(() -> calls.get() >= Buses.CAPACITY);
    bus.stop();

    assertThat(calls).as("a queue, and what threads had taken from it").hasValueLessThan(EVENTS);
  }

  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.bus.RequestBuses#NAMES")
  void gathersAllAnswers(String name) throws InterruptedException {
    RequestBus bus = RequestBuses.create(name, 3);
    List<Long> expected = new ArrayList<>();

    for (long question = 0; question < 1_000; question++) {
      expected.clear();
      Collections.addAll(expected, question, question + 1, question + 2);
      assertThat(bus.ask(question))
          .containsOnlyKeys("responder-0", "responder-1", "responder-2")
          .extractingByKeys("responder-0", "responder-1", "responder-2")
          .containsExactlyElementsOf(expected);
    }
    bus.stop();
  }
}
