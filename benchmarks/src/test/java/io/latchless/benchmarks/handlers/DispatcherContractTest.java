package io.latchless.benchmarks.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every dispatcher behaves like ours. */
@Timeout(60)
class DispatcherContractTest {
  private static final String NAMES = "io.latchless.benchmarks.handlers.Dispatchers#NAMES";

  private record Subscribed(Unsubscriber registration, String topic, Handler handler) {}

  @ParameterizedTest
  @FieldSource(NAMES)
  void callsWhoIsSubscribedInOrder(String name) {
    Dispatcher dispatcher = Dispatchers.create(name);
    Map<String, List<Integer>> expected = new HashMap<>();
    List<Subscribed> subscribed = new ArrayList<>();
    List<Integer> called = new ArrayList<>();
    Random random = new Random(1);
    for (int step = 0; step < 3_000; step++) {
      int number = step;
      String topic = Topics.topic(random.nextInt(5));
      List<Integer> numbers = expected.computeIfAbsent(topic, key -> new ArrayList<>());
      if (random.nextInt(100) < 52) {
        Handler handler = tally -> called.add(number);
        subscribed.add(new Subscribed(dispatcher.subscribe(topic, handler), topic, handler));
        numbers.add(number);
      } else if (!subscribed.isEmpty()) {
        close(subscribed.remove(random.nextInt(subscribed.size())), expected, called);
      }
      called.clear();
      dispatcher.dispatch(topic, new DispatchTally());
      assertThat(called).as("step %s, %s", step, topic).isEqualTo(numbers);
    }
  }

  private static void close(
      Subscribed gone, Map<String, List<Integer>> expected, List<Integer> called) {
    gone.registration().close();
    called.clear();
    gone.handler().on(new DispatchTally());
    expected.getOrDefault(gone.topic(), List.of()).removeAll(called);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoSubscriptionWhileOthersDispatch(String name) throws Exception {
    Dispatcher dispatcher = Dispatchers.create(name);
    BackgroundThread reader =
        BackgroundThread.start("reader", () -> dispatcher.dispatch("a", new DispatchTally()));

    Together.repeat(
        2,
        500,
        () -> {
          var unused = dispatcher.subscribe("a", plusOne());
          dispatcher.subscribe("a", plusOne()).close();
        });
    reader.stop();

    DispatchTally tally = new DispatchTally();
    dispatcher.dispatch("a", tally);
    assertThat(tally.value()).isEqualTo(1_000);
  }

  /**
   * Returns a new handler each time: a baseline that removes by equality must not remove another
   * handler.
   */
  private static Handler plusOne() {
    AtomicInteger one = new AtomicInteger(1);
    return tally -> tally.set(tally.value() + one.get());
  }

  @Test
  void aBusCallsWhoIsRegisteredForTheEvent() {
    Dispatcher bus = Dispatchers.create(Dispatchers.EVENT_BUS);
    Handler plusOne = plusOne();
    var unused = bus.subscribe("a", plusOne);
    Unsubscriber second = bus.subscribe("b", plusOne);
    DispatchTally tally = new DispatchTally();

    bus.dispatch("a", tally);
    assertThat(tally.value()).isEqualTo(2);
    second.close();
    bus.dispatch("a", tally);
    assertThat(tally.value()).isEqualTo(3);
  }

  @Test
  void everySubjectCallsTheSame() {
    for (int handlers : new int[] {1, 8, 64}) {
      DispatchTally expected = new DispatchTally();
      Dispatch.filled(Dispatchers.OURS, handlers).dispatch(Topics.topic(0), expected);
      assertThat(expected.value()).isNotZero();
      for (String name :
          List.of(
              Dispatchers.UNDISTURBED,
              Dispatchers.QUIESCENT,
              Dispatchers.READ_WRITE_LOCK,
              Dispatchers.LOCK,
              Dispatchers.LISTS,
              Dispatchers.EVENT_BUS)) {
        DispatchTally tally = new DispatchTally();
        Dispatch.filled(name, handlers).dispatch(Topics.topic(0), tally);
        assertThat(tally.value()).as("%s, %s handlers", name, handlers).isEqualTo(expected.value());
      }
    }
  }

  @Test
  void neighboursAreOfDifferentClasses() {
    assertThat(List.of(0, 1, 2, 3))
        .extracting(number -> Handler.numbered(number).getClass())
        .doesNotHaveDuplicates();
  }
}
