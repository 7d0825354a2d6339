package io.latchless.registry;

import static io.latchless.registry.ScopedHandlerRegistry.CATCH_ALL;
import static io.latchless.registry.ScopedHandlerRegistry.GLOBAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopedHandlerRegistryTest {
  private final ScopedHandlerRegistry<Function<String, Propagation>> handlers =
      new ScopedHandlerRegistry<>();
  private final List<String> called = new ArrayList<>();

  private HandlerSubscription subscribe(
      String origin, String name, Propagation answer, int priority) {
    return handlers.subscribe(
        origin,
        event -> {
          called.add(name);
          return answer;
        },
        priority);
  }

  private HandlerSubscription subscribe(String origin, String name) {
    return subscribe(origin, name, Propagation.CONTINUE, 0);
  }

  private boolean emit(String origin) {
    called.clear();
    return handlers.emit(origin, "event", Function::apply);
  }

  @Test
  void goesFromTheOriginUpToTheGlobalHandlersAndTheCatchAll() {
    subscribe(CATCH_ALL, "all");
    subscribe(GLOBAL, "global");
    subscribe("a", "a");
    subscribe("a.b", "a.b late");
    subscribe("a.b", "a.b first", Propagation.CONTINUE, 1);
    subscribe("a.b.c", "a.b.c");
    subscribe("a.bc", "a.bc");
    subscribe("b", "b");

    assertThat(emit("a.b.c")).isTrue();
    assertThat(called).containsExactly("a.b.c", "a.b first", "a.b late", "a", "global", "all");
    emit("a.b.c.d.e");
    assertThat(called).containsExactly("a.b.c", "a.b first", "a.b late", "a", "global", "all");
    emit("a.b");
    assertThat(called).containsExactly("a.b first", "a.b late", "a", "global", "all");
    emit("a.bc.d");
    assertThat(called).containsExactly("a.bc", "a", "global", "all");
    emit("a.x.c");
    assertThat(called).containsExactly("a", "global", "all");
    emit("ab.b.c");
    assertThat(called).containsExactly("global", "all");
    emit(GLOBAL);
    assertThat(called).containsExactly("global", "all");
    emit(CATCH_ALL);
    assertThat(called).containsExactly("global", "all");
    emit(".");
    assertThat(called).containsExactly("global", "all");
  }

  @Test
  void whoStopsAnEmissionKeepsItFromAllButTheCatchAll() {
    subscribe(GLOBAL, "global");
    subscribe(CATCH_ALL, "all");
    subscribe(CATCH_ALL, "all too", Propagation.STOP, 1);
    subscribe("a", "stops", Propagation.STOP, 0);
    subscribe("a", "never");
    subscribe("a.b", "a.b");
    assertThat(emit("a.b.c")).isFalse();
    assertThat(called).containsExactly("a.b", "stops", "all too", "all");
    assertThat(emit("b")).isTrue();
    assertThat(called).containsExactly("global", "all too", "all");
  }

  @Test
  void oneHandlerAtTwoLevelsIsCalledAtBoth() {
    Function<String, Propagation> handler =
        event -> {
          called.add("x");
          return Propagation.CONTINUE;
        };
    HandlerSubscription exact = handlers.subscribe("a.b", handler);
    handlers.subscribe("a", handler);
    emit("a.b");
    assertThat(called).containsExactly("x", "x");
    exact.close();
    emit("a.b");
    assertThat(called).containsExactly("x");
  }

  /** Names per seed: plain ones, ones that sort next to the dot, and ones with equal hash codes. */
  static List<Arguments> names() {
    return List.of(
        Arguments.of(1, 50, List.of("a", "b", "c")),
        Arguments.of(2, 50, List.of("a", "a-", "a!", "a/")),
        Arguments.of(3, 50, List.of("AaAa", "BBBB", "AaBB", "BBAa")),
        Arguments.of(4, 120, List.of("Aa", "BB")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void doesWhatSplittingTheOriginDoes(int seed, int most, List<String> names) {
    record Model(String origin, int priority, HandlerSubscription subscription) {
      String name() {
        return origin + "#" + subscription.id();
      }
    }
    List<Model> model = new ArrayList<>();
    Random random = new Random(seed);
    for (int step = 0; step < 5_000; step++) {
      String origin = randomOrigin(random, names);
      if (random.nextInt(100) < (model.size() < most ? 60 : 40)) {
        int priority = random.nextInt(3);
        List<Model> self = new ArrayList<>();
        HandlerSubscription subscription =
            handlers.subscribe(
                origin,
                event -> {
                  called.add(self.get(0).name());
                  return Propagation.CONTINUE;
                },
                priority);
        self.add(new Model(origin, priority, subscription));
        model.add(self.get(0));
      } else if (!model.isEmpty()) {
        model.remove(random.nextInt(model.size())).subscription.close();
      }
      String from = random.nextInt(10) == 0 ? "d" : randomOrigin(random, names);
      List<String> expected = new ArrayList<>();
      for (String level : levels(from)) {
        model.stream()
            .filter(one -> one.origin.equals(level))
            .sorted(
                Comparator.comparing((Model one) -> -one.priority)
                    .thenComparing(one -> one.subscription.id()))
            .forEach(one -> expected.add(one.name()));
      }
      assertThat(emit(from)).isTrue();
      assertThat(called).as(from).isEqualTo(expected);
      assertThat((long) handlers.originCount())
          .isEqualTo(
              model.stream()
                  .map(Model::origin)
                  .filter(one -> !one.equals(CATCH_ALL))
                  .distinct()
                  .count());
    }
    model.forEach(one -> one.subscription.close());
    assertThat(handlers.originCount()).isZero();
  }

  private static String randomOrigin(Random random, List<String> names) {
    int kind = random.nextInt(12);
    if (kind < 2) {
      return kind == 0 ? GLOBAL : CATCH_ALL;
    }
    List<String> levels = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      levels.add(names.get(random.nextInt(names.size())));
    }
    return String.join(".", levels);
  }

  private static List<String> levels(String origin) {
    List<String> levels = new ArrayList<>();
    if (!origin.equals(CATCH_ALL)) {
      for (String level = origin; level.contains("."); ) {
        levels.add(level);
        level = level.substring(0, level.lastIndexOf('.'));
      }
      if (!origin.isEmpty()) {
        levels.add(origin.split("\\.", -1)[0]);
      }
    }
    levels.add(GLOBAL);
    levels.add(CATCH_ALL);
    return levels;
  }

  /** A search stops after a few taken places; the remaining origins are found by their order. */
  @Test
  void originsOfEqualHashAreNotSearchedOneAfterTheOther() throws Exception {
    int bits = 10;
    List<String> origins = new ArrayList<>();
    for (int i = 0; i < 1 << bits; i++) {
      StringBuilder origin = new StringBuilder();
      for (int bit = 0; bit < bits; bit++) {
        origin.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      origins.add(origin.toString());
    }
    assertThat(origins).extracting(String::hashCode).containsOnly(origins.get(0).hashCode());
    for (String origin : origins) {
      subscribe(origin, origin);
    }
    for (String origin : origins) {
      emit(origin + ".below");
      assertThat(called).containsExactly(origin);
    }
    assertThat(longestRun((Object[]) part(part(handlers, "scopes"), "table"))).isLessThan(20);
  }

  private static int longestRun(Object[] table) {
    int longest = 0;
    int run = 0;
    for (Object place : table) {
      run = place == null ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static Object part(Object whole, String name) throws ReflectiveOperationException {
    Field field = whole.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(whole);
  }

  /** Tests more handlers than fit into one array, at and between the levels. */
  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 100})
  void callsAnyNumberOfHandlersOfParents(int each) {
    List<String> expected = new ArrayList<>();
    for (String origin : List.of("a.b.c", "a.b", "a", GLOBAL)) {
      for (int i = 0; i < each; i++) {
        subscribe(origin, origin + i);
        expected.add(origin + i);
      }
    }
    emit("a.b.c.d");
    assertThat(called).isEqualTo(expected);
    subscribe("a.b", "stops", Propagation.STOP, -1);
    assertThat(emit("a.b.c")).isFalse();
    expected.subList(2 * each, expected.size()).clear();
    expected.add("stops");
    assertThat(called).isEqualTo(expected);
  }

  @Test
  void whatAHandlerThrowsEndsTheEmissionUnlessItHasAFailureHandler() {
    subscribe(CATCH_ALL, "all");
    subscribe("a", "a");
    handlers.subscribe(
        "a.b",
        event -> {
          throw new IllegalStateException("no " + event);
        });
    assertThatThrownBy(() -> emit("a.b")).hasMessage("no event");
    assertThat(called).isEmpty();

    HandlerFailures<Function<String, Propagation>> failures = new HandlerFailures<>();
    assertThat(handlers.emit("a.b", "event", Function::apply, failures)).isTrue();
    assertThat(called).containsExactly("a", "all");
    assertThat(failures.list()).singleElement().extracting("thrown.message").isEqualTo("no event");
    assertThatThrownBy(failures::throwIfAny)
        .isInstanceOf(HandlersFailedException.class)
        .hasMessageStartingWith("1 handler has thrown, first: ");
  }

  /** A handler whose method declares a checked exception. */
  private interface Sink {
    Propagation write(String event) throws IOException;
  }

  @Test
  void anEmissionThrowsTheCheckedExceptionOfItsHandlers() {
    ScopedHandlerRegistry<Sink> sinks = new ScopedHandlerRegistry<>();
    sinks.subscribe(
        "a",
        event -> {
          throw new IOException("full");
        });
    try {
      sinks.emit("a", "event", Sink::write);
      throw new AssertionError("nothing was thrown");
    } catch (IOException thrown) {
      assertThat(thrown).hasMessage("full");
    }
    HandlerFailures<Sink> failures = new HandlerFailures<>();
    assertThat(sinks.emit("a", "event", Sink::write, failures)).isTrue();
    assertThat(failures.list()).singleElement().extracting("thrown.message").isEqualTo("full");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".a", "a.", "a..b"})
  void refusesAnOriginWithAnEmptyName(String origin) {
    assertThatThrownBy(() -> subscribe(origin, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("origin must be names separated by single dots, was \"%s\"".formatted(origin));
  }

  @Test
  @SuppressWarnings("NullAway") // tests that null is refused
  void refusesNull() {
    assertThatThrownBy(() -> subscribe(null, "x")).hasMessage("origin");
    assertThatThrownBy(() -> handlers.subscribe("a", null)).hasMessage("handler");
    assertThatThrownBy(() -> emit(null)).hasMessage("origin");
    assertThatThrownBy(() -> handlers.emit("a", "", null)).hasMessage("call");
    assertThatThrownBy(() -> handlers.emit("a", "", Function::apply, null)).hasMessage("failures");
  }
}
