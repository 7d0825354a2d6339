package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the behavior that both registries of handlers by key share. */
class HandlerRegistryTest {
  private final List<String> called = new ArrayList<>();

  static List<Named<Supplier<HandlerRegistry<String, Consumer<String>>>>> registries() {
    return List.of(
        Named.of("HandlerRegistry", HandlerRegistry::new),
        Named.of("QuiescentHandlerRegistry", QuiescentHandlerRegistry::new));
  }

  private Consumer<String> handler(String name) {
    return event -> called.add(name + ":" + event);
  }

  private static int dispatch(
      HandlerRegistry<String, Consumer<String>> handlers, String key, String event) {
    return handlers.dispatch(key, event, Consumer::accept);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void callsByPriorityAndThenInTheOrderOfRegistration(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    handlers.subscribe("k", handler("a"));
    handlers.subscribe("k", handler("low"), -1);
    handlers.subscribe("k", handler("high"), 1);
    handlers.subscribe("k", handler("b"));
    handlers.subscribe("other", handler("c"));
    assertThat(dispatch(handlers, "k", "e")).isEqualTo(4);
    assertThat(called).containsExactly("high:e", "a:e", "b:e", "low:e");
    assertThat(dispatch(handlers, "none", "e")).isZero();
  }

  /** Grows and shrinks through the size at which the table of keys changes its kind. */
  @ParameterizedTest
  @MethodSource("registries")
  void findsTheHandlersOfAnyNumberOfKeys(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    int most = 2 * TableKind.HANDLERS.largest;
    var handlers = factory.get();
    List<HandlerSubscription> open = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      open.add(handlers.subscribe("topic-" + i, handler("h" + i)));
      if (i % 32 == 31) {
        assertAllAreFound(handlers, i + 1);
      }
    }
    for (int i = most - 1; i >= 0; i--) {
      open.get(i).close();
      if (i % 32 == 0) {
        assertAllAreFound(handlers, i);
      }
    }
  }

  private void assertAllAreFound(HandlerRegistry<String, Consumer<String>> handlers, int keys) {
    assertThat(handlers.keyCount()).isEqualTo(keys);
    assertThat(handlers.handlerCount("topic-" + keys)).isZero();
    for (int i = 0; i < keys; i++) {
      called.clear();
      assertThat(dispatch(handlers, "topic-" + i, "e")).isEqualTo(1);
      assertThat(called).containsExactly("h" + i + ":e");
    }
  }

  @ParameterizedTest
  @MethodSource("registries")
  void doesWhatAListPerKeyDoes(Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    record Model(long id, int priority, Set<String> keys, HandlerSubscription subscription) {}
    var handlers = factory.get();
    List<Model> model = new ArrayList<>();
    Map<Long, Consumer<String>> byId = new HashMap<>();
    Random random = new Random(5);
    for (int step = 0; step < 20_000; step++) {
      if (random.nextInt(100) < 48 + (model.size() < 60 ? 10 : -10)) {
        Set<String> keys = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          keys.add("key-" + random.nextInt(40));
        }
        int priority = random.nextInt(3);
        long[] id = new long[1];
        Consumer<String> handler = event -> called.add(id[0] + "");
        HandlerSubscription subscription = handlers.subscribeAll(keys, handler, priority);
        id[0] = subscription.id();
        assertThat(byId.put(id[0], handler)).isNull();
        model.add(new Model(id[0], priority, keys, subscription));
      } else if (!model.isEmpty()) {
        HandlerSubscription gone = model.remove(random.nextInt(model.size())).subscription;
        gone.close();
        assertThat(gone.isClosed()).isTrue();
      }
      String key = "key-" + random.nextInt(40);
      List<String> expected =
          model.stream()
              .filter(one -> one.keys.contains(key))
              .sorted(
                  Comparator.comparing((Model one) -> -one.priority).thenComparing(one -> one.id))
              .map(one -> one.id + "")
              .toList();
      called.clear();
      assertThat(dispatch(handlers, key, "e")).isEqualTo(expected.size());
      assertThat(called).isEqualTo(expected);
      assertThat(handlers.handlerCount(key)).isEqualTo(expected.size());
    }
    model.forEach(one -> one.subscription.close());
    assertThat(handlers.keyCount()).isZero();
  }

  @ParameterizedTest
  @MethodSource("registries")
  void aDispatchCallsThoseThatWereThereWhenItStarted(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    List<HandlerSubscription> last = new ArrayList<>();
    handlers.subscribe(
        "k",
        event -> {
          last.get(0).close();
          handlers.subscribe("k", handler("late"));
        });
    last.add(handlers.subscribe("k", handler("last")));
    dispatch(handlers, "k", "1");
    assertThat(called).containsExactly("last:1");
    dispatch(handlers, "k", "2");
    assertThat(called).containsExactly("last:1", "late:2");
  }

  @ParameterizedTest
  @MethodSource("registries")
  void aHandlerMayCloseItselfAndDispatchItself(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    List<HandlerSubscription> own = new ArrayList<>();
    own.add(
        handlers.subscribe(
            "k",
            event -> {
              called.add(event);
              own.get(0).close();
              if (event.length() < 5) {
                dispatch(handlers, "k", event + "+");
              }
            }));
    handlers.subscribe("k", handler("b"));
    assertThat(dispatch(handlers, "k", "e")).isEqualTo(2);
    assertThat(called).containsExactly("e", "b:e+", "b:e");
  }

  @ParameterizedTest
  @MethodSource("registries")
  void closingAgainDoesNothingAndIdsAreNeverUsedAgain(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    Set<Long> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      HandlerSubscription subscription = handlers.subscribe("k", handler("a"));
      assertThat(ids.add(subscription.id())).isTrue();
      subscription.close();
      subscription.close();
    }
    HandlerSubscription stays = handlers.subscribe("k", handler("b"));
    assertThat(stays.isClosed()).isFalse();
    assertThat(handlers.handlerCount("k")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void whatAHandlerThrowsEndsTheDispatch(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    handlers.subscribe("k", handler("a"));
    handlers.subscribe("k", HandlerRegistryTest::fail);
    handlers.subscribe("k", handler("c"));
    assertThatThrownBy(() -> dispatch(handlers, "k", "e")).hasMessage("no e");
    assertThat(called).containsExactly("a:e");
  }

  /** A handler whose method declares a checked exception. */
  private interface Sink {
    void write(String event) throws IOException;
  }

  @Test
  void aDispatchThrowsTheCheckedExceptionOfItsHandlers() {
    for (HandlerRegistry<String, Sink> handlers :
        List.of(
            new HandlerRegistry<String, Sink>(), new QuiescentHandlerRegistry<String, Sink>())) {
      handlers.subscribe(
          "k",
          event -> {
            throw new IOException("full");
          });
      try {
        handlers.dispatch("k", "e", Sink::write);
        throw new AssertionError("nothing was thrown");
      } catch (IOException thrown) {
        assertThat(thrown).hasMessage("full");
      }
      HandlerFailures<Sink> failures = new HandlerFailures<>();
      assertThat(handlers.dispatch("k", "e", Sink::write, failures)).isEqualTo(1);
      assertThat(failures.list()).singleElement().extracting("thrown.message").isEqualTo("full");
    }
  }

  @ParameterizedTest
  @MethodSource("registries")
  void whatHandlersThrowIsHandedOverAndTheOthersAreCalled(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    Consumer<String> first = HandlerRegistryTest::fail;
    Consumer<String> second =
        event -> {
          throw new AssertionError("never");
        };
    handlers.subscribe("k", handler("a"));
    handlers.subscribe("k", first);
    handlers.subscribe("k", second);
    handlers.subscribe("k", handler("d"));
    HandlerFailures<Consumer<String>> failures = new HandlerFailures<>();
    assertThat(handlers.dispatch("k", "e", Consumer::accept, failures)).isEqualTo(4);
    assertThat(called).containsExactly("a:e", "d:e");
    assertThat(failures.list())
        .extracting(failure -> (Object) failure.handler())
        .containsExactly(first, second);
    Throwable thrown = catchThrowable(failures::throwIfAny);
    assertThat(thrown)
        .isInstanceOf(HandlersFailedException.class)
        .hasMessageStartingWith("2 handlers have thrown, first: ")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(thrown.getSuppressed()).containsExactly(failures.list().get(1).thrown());
    new HandlerFailures<Consumer<String>>().throwIfAny();
  }

  @ParameterizedTest
  @MethodSource("registries")
  void whatAFailureHandlerThrowsEndsTheDispatch(
      Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    handlers.subscribe("k", HandlerRegistryTest::fail);
    handlers.subscribe("k", handler("b"));
    assertThatThrownBy(
            () ->
                handlers.dispatch(
                    "k",
                    "e",
                    Consumer::accept,
                    (handler, thrown) -> {
                      throw new IllegalArgumentException("enough", thrown);
                    }))
        .hasMessage("enough");
    assertThat(called).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("registries")
  @SuppressWarnings("NullAway") // tests that null is refused
  void refusesWhatMakesNoSense(Supplier<HandlerRegistry<String, Consumer<String>>> factory) {
    var handlers = factory.get();
    Consumer<String> handler = handler("a");
    Collection<String> holed = new ArrayList<>();
    holed.add("k");
    holed.add(null);
    assertThatThrownBy(() -> handlers.subscribe(null, handler)).hasMessage("key");
    assertThatThrownBy(() -> handlers.subscribe("k", null)).hasMessage("handler");
    assertThatThrownBy(() -> handlers.subscribeAll(holed, handler, 0)).hasMessage("key");
    assertThatThrownBy(() -> handlers.subscribeAll(List.of(), handler, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keys must have at least 1 element, had 0");
    assertThatThrownBy(() -> dispatch(handlers, null, "e")).hasMessage("key");
    assertThatThrownBy(() -> handlers.dispatch("k", "e", Consumer::accept, null))
        .hasMessage("failures");
    assertThatThrownBy(() -> handlers.dispatch("k", "e", null)).hasMessage("call");
    assertThat(handlers.keyCount()).isZero();
  }

  private static void fail(String event) {
    throw new IllegalStateException("no " + event);
  }

  @Test
  void showsItsKeysAndTheirHandlersInTheOrderOfCalls() {
    HandlerRegistry<String, String> handlers = new HandlerRegistry<>();
    HandlerSubscription second = handlers.subscribe("a", "second");
    handlers.subscribe("a", "first", 1);
    handlers.subscribe("b", "other");
    assertThat(handlers.keys()).containsExactlyInAnyOrder("a", "b");
    assertThat(handlers.handlers("a")).containsExactly("first", "second");
    assertThat(handlers.handlers("c")).isEmpty();
    second.close();
    assertThat(handlers.handlers("a")).containsExactly("first");
  }
}
