package io.latchless.benchmarks.scopes;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import io.latchless.benchmarks.handlers.Unsubscriber;
import io.latchless.benchmarks.workload.Together;
import io.latchless.registry.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every emitter behaves like ours. */
@Timeout(60)
class EmitterContractTest {
  private static final String NAMES = "io.latchless.benchmarks.scopes.Emitters#NAMES";

  private static final List<String> ORIGINS =
      List.of("", "a", "ab", "b", "a.b", "a.bc", "a.b.c", "a.b.c.d", "ab.c", "b.a");

  private record Subscribed(Unsubscriber registration, String origin, int number) {}

  @ParameterizedTest
  @FieldSource(NAMES)
  void goesUpwardUntilItIsStopped(String name) {
    Emitter<Integer> emitter = Emitters.create(name);
    List<Subscribed> present = new ArrayList<>();
    Random random = new Random(1);
    for (int step = 0; step < 3_000; step++) {
      String origin = ORIGINS.get(random.nextInt(ORIGINS.size()));
      if (random.nextInt(100) < 51) {
        present.add(new Subscribed(emitter.subscribe(origin, step), origin, step));
      } else if (!present.isEmpty()) {
        present.remove(random.nextInt(present.size())).registration().close();
      }
      String from = ORIGINS.get(random.nextInt(ORIGINS.size()));
      int stopping = random.nextInt(20);
      assertThat(called(emitter, from, stopping))
          .as("step %s from \"%s\"", step, from)
          .isEqualTo(expected(present, from, stopping));
    }
  }

  /** Returns the numbers of the called handlers and, last, whether the emission ran to its end. */
  private static List<Object> called(Emitter<Integer> emitter, String origin, int stopping) {
    List<Object> called = new ArrayList<>();
    boolean wentOn =
        emitter.emit(
            origin,
            called,
            (number, numbers) -> {
              numbers.add(number);
              return stops(number, stopping) ? Propagation.STOP : Propagation.CONTINUE;
            });
    called.add(wentOn);
    return called;
  }

  private static List<Object> expected(List<Subscribed> present, String origin, int stopping) {
    List<Object> expected = new ArrayList<>();
    for (String level : levels(origin)) {
      for (Subscribed one : present) {
        if (one.origin().equals(level)) {
          expected.add(one.number());
          if (stops(one.number(), stopping)) {
            expected.add(false);
            return expected;
          }
        }
      }
    }
    expected.add(true);
    return expected;
  }

  private static List<String> levels(String origin) {
    return switch (origin) {
      case "" -> List.of("");
      case "a.b", "a.bc" -> List.of(origin, "a", "");
      case "a.b.c" -> List.of(origin, "a.b", "a", "");
      case "a.b.c.d" -> List.of(origin, "a.b.c", "a.b", "a", "");
      case "ab.c" -> List.of(origin, "ab", "");
      case "b.a" -> List.of(origin, "b", "");
      default -> List.of(origin, "");
    };
  }

  private static boolean stops(int number, int stopping) {
    return number % 20 == stopping;
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoSubscription(String name) throws Exception {
    Emitter<Integer> emitter = Emitters.create(name);

    Together.repeat(
        2,
        500,
        () -> {
          var unused = emitter.subscribe("a.b", 1);
        });

    // No handler stops: all are called, and the emission runs to its end.
    assertThat(called(emitter, "a.b", 2)).hasSize(1_001);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void theContestCallsAHandlerALevelAndTheGlobalOne(String name) {
    for (int depth = 1; depth <= 6; depth++) {
      for (int bare = 0; bare < depth; bare++) {
        Emitter<Handler> emitter = Emit.filled(name, depth, bare);
        DispatchTally tally = new DispatchTally();
        List<Handler> called = new ArrayList<>();
        assertThat(
                emitter.emit(
                    Emit.origin(17, depth),
                    tally,
                    (handler, event) -> {
                      called.add(handler);
                      return Propagation.CONTINUE;
                    }))
            .isTrue();
        assertThat(called).as("depth %s, bare %s", depth, bare).hasSize(depth - bare + 1);
      }
    }
  }
}
