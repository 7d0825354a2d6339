package io.latchless.benchmarks.bus;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Creates buses for requests from their names in the contests. Responder i answers with the
 * question plus i.
 */
final class RequestBuses {
  /** The names of all, ours first. */
  static final List<String> NAMES = List.of(Buses.OURS, Buses.QUEUES, Buses.ACTORS);

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final class Latchless implements RequestBus {
    private static final RequestTopic<Long, Long> TOPIC =
        RequestTopic.of("benchmarks.requests", Long.class, Long.class);

    private final EventBus bus = EventBus.builder().workers(Buses.THREADS).build();

    Latchless(int responders) {
      for (int i = 0; i < responders; i++) {
        long number = i;
        bus.respond(TOPIC, nameOf(i), asked -> asked + number, SubscriptionOptions.queued());
      }
    }

    @Override
    public Map<String, Long> ask(long question) throws InterruptedException {
      try {
        return bus.request(TOPIC, question, Gather.all(TIMEOUT)).get().answers();
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed);
      }
    }

    @Override
    public void stop() throws InterruptedException {
      var unused = bus.close(Duration.ZERO);
    }
  }

  /** Answers gathered behind a monitor, and a latch that opens after the last one. */
  private static final class Asked {
    private final Map<String, Long> answers = new LinkedHashMap<>();
    private final CountDownLatch missing;
    private final long question;

    Asked(long question, int responders) {
      this.question = question;
      missing = new CountDownLatch(responders);
    }

    void answer(int responder) {
      synchronized (answers) {
        answers.put(nameOf(responder), question + responder);
      }
      missing.countDown();
    }

    Map<String, Long> await() throws InterruptedException {
      if (!missing.await(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("a responder did not answer within " + TIMEOUT);
      }
      synchronized (answers) {
        return answers;
      }
    }
  }

  private static final class BehindMutexes implements RequestBus {
    private final List<MutexBuses.Inlet<Asked>> responders = new ArrayList<>();

    BehindMutexes(int count, Function<Consumer<Asked>, MutexBuses.Inlet<Asked>> inlet) {
      for (int i = 0; i < count; i++) {
        int number = i;
        responders.add(inlet.apply(asked -> asked.answer(number)));
      }
    }

    @Override
    public Map<String, Long> ask(long question) throws InterruptedException {
      Asked asked = new Asked(question, responders.size());
      for (MutexBuses.Inlet<Asked> responder : responders) {
        responder.put(asked);
      }
      return asked.await();
    }

    @Override
    public void stop() throws InterruptedException {
      for (MutexBuses.Inlet<Asked> responder : responders) {
        responder.stop();
      }
    }
  }

  private RequestBuses() {}

  private static String nameOf(int responder) {
    return "responder-" + responder;
  }

  /** Creates a bus with responders. */
  static RequestBus create(String name, int responders) {
    return switch (name) {
      case Buses.OURS -> new Latchless(responders);
      case Buses.QUEUES ->
          new BehindMutexes(
              responders, handler -> new MutexBuses.QueueWithThread<>(handler, WhenFull.WAIT));
      case Buses.ACTORS -> {
        ExecutorService pool = MutexBuses.actorPool();
        yield new BehindMutexes(
            responders, handler -> new MutexBuses.Actor<>(handler, WhenFull.WAIT, pool));
      }
      default -> throw new IllegalArgumentException(name);
    };
  }
}
