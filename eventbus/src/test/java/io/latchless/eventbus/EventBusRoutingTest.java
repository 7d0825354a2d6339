package io.latchless.eventbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.latchless.registry.Propagation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which subscriptions an event reaches, and in which order. */
class EventBusRoutingTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Topic<String> BERLIN = Topic.of("orders.eu.berlin", String.class);
  private static final Topic<String> ORDERS = Topic.of("orders", String.class);
  private static final SubscriptionOptions DIRECT = SubscriptionOptions.direct();

  private final EventBus bus = EventBus.builder().workers(2).build();
  private final List<String> called = new ArrayList<>();

  @AfterEach
  void close() {
    bus.close();
  }

  private EventHandler<Object> direct(String name) {
    return event -> called.add(name + ":" + event);
  }

  @Test
  void directHandlersAreCalledFromTheExactScopeUpwards() {
    bus.subscribe(Topic.catchAll(Object.class), direct("all"), DIRECT);
    bus.subscribe(Topic.any(Object.class), direct("any"), DIRECT);
    bus.subscribe(ORDERS, direct("orders"), DIRECT);
    bus.subscribe(BERLIN, direct("late"), DIRECT.priority(-1));
    bus.subscribe(BERLIN, direct("first"), DIRECT.priority(1));
    bus.subscribe(BERLIN, direct("second"), DIRECT);
    bus.subscribe(Topic.of("order", String.class), direct("other"), DIRECT);

    assertThat(bus.publish(BERLIN, "e")).isEqualTo(PublishResult.ACCEPTED);
    assertThat(called)
        .containsExactly("first:e", "second:e", "late:e", "orders:e", "any:e", "all:e");
    called.clear();
    assertThat(bus.publish(Topic.of("orders.us", String.class), "f"))
        .isEqualTo(PublishResult.ACCEPTED);
    assertThat(called).containsExactly("orders:f", "any:f", "all:f");
    called.clear();
    assertThat(bus.publish(Topic.of("users", String.class), "g")).isEqualTo(PublishResult.ACCEPTED);
    assertThat(called).containsExactly("any:g", "all:g");
  }

  @Test
  void anInterceptorStopsDirectHandlersAfterItButNeitherQueuesNorTheCatchAll() throws Exception {
    RecordingHandler<String> queued = new RecordingHandler<>(10);
    bus.subscribe(ORDERS, queued);
    bus.subscribe(Topic.any(String.class), direct("any"), DIRECT);
    bus.subscribe(Topic.catchAll(String.class), direct("all"), DIRECT);
    bus.subscribe(BERLIN, direct("behind"), DIRECT);
    bus.intercept(
        BERLIN, event -> event.equals("secret") ? Propagation.STOP : Propagation.CONTINUE, 1);

    bus.publish(BERLIN, "secret");
    assertThat(called).containsExactly("all:secret");
    bus.publish(BERLIN, "open");
    assertThat(called).containsExactly("all:secret", "behind:open", "any:open", "all:open");
    assertThat(queued.await(2, LONG)).isTrue();
    assertThat(queued.events()).containsExactly("secret", "open");
  }

  @Test
  void aSubscriptionReceivesInstancesOfItsTypeAndEachEventOnce() throws Exception {
    RecordingHandler<Number> numbers = new RecordingHandler<>(10);
    RecordingHandler<Object> objects = new RecordingHandler<>(10);
    bus.subscribe(Topic.any(Number.class), numbers);
    bus.subscribe(Topic.any(Object.class), objects);
    bus.publish(Topic.of("a", Object.class), "text");
    bus.publish(Topic.of("b", Integer.class), 7);
    bus.publish(Topic.of("c.d", Object.class), 8L);
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(numbers.events()).containsExactly(7, 8L);
    assertThat(objects.events()).containsExactly("text", 7, 8L);
  }

  @Test
  void aTopicNamedAfterItsClassLiesBelowThePackage() {
    bus.subscribe(Topic.of("java.lang", Object.class), direct("lang"), DIRECT);
    bus.publish(Topic.of(String.class), "s");
    bus.publish(Topic.of(java.util.Locale.class), java.util.Locale.ROOT);
    assertThat(called).containsExactly("lang:s");
  }

  @Test
  void anEventWithoutRecipientIsDead() throws Exception {
    RecordingHandler<DeadEvent> dead = new RecordingHandler<>(10);
    bus.subscribe(EventBus.DEAD, dead);
    assertThat(bus.publish(ORDERS, "e")).isEqualTo(PublishResult.DEAD);
    assertThat(dead.await(1, LONG)).isTrue();
    assertThat(dead.events()).containsExactly(new DeadEvent("orders", "e"));
    bus.subscribe(ORDERS, new RecordingHandler<>(1)).close();
    bus.publish(ORDERS, "f");
    assertThat(dead.await(2, LONG)).isTrue();
    assertThat(bus.stats().dead()).isEqualTo(2);
  }

  @Test
  void aClosedSubscriptionReceivesNothingAndIdsAreNotReused() {
    BusSubscription first = bus.subscribe(ORDERS, direct("first"), DIRECT.named("1st"));
    BusSubscription second = bus.subscribe(ORDERS, direct("second"), DIRECT);
    assertThat(first.name()).isEqualTo("1st");
    assertThat(second.name()).isEqualTo("orders#" + second.id());
    first.close();
    first.close();
    assertThat(first.isClosed()).isTrue();
    BusSubscription third = bus.subscribe(ORDERS, direct("third"), DIRECT);
    assertThat(third.id()).isGreaterThan(second.id());
    bus.publish(ORDERS, "e");
    assertThat(called).containsExactly("second:e", "third:e");
    assertThat(bus.stats().subscriptions())
        .extracting(SubscriptionStats::id)
        .containsExactly(second.id(), third.id());
    second.close();
    third.close();
    assertThat(bus.publish(ORDERS, "f")).isEqualTo(PublishResult.DEAD);
  }

  @Test
  void handlersMayChangeTheTableWhileItIsInUse() {
    List<BusSubscription> added = new ArrayList<>();
    bus.subscribe(ORDERS, event -> added.add(bus.subscribe(ORDERS, direct("new"), DIRECT)), DIRECT);
    bus.subscribe(ORDERS, event -> added.get(0).close(), DIRECT);
    bus.publish(ORDERS, "e");
    assertThat(called).isEmpty();
    bus.publish(ORDERS, "f");
    assertThat(called).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "1a", "a.1", "*", "a-b"})
  void refusesNamesThatAreNotDottedIdentifiers(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.of(name, String.class))
        .withMessage("name must be identifiers separated by single dots, was \"" + name + "\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestTopic.of(name, String.class, String.class));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // callers may get the type wrong
  void refusesWhatDoesNotFit() {
    bus.subscribe(ORDERS, direct("a"), DIRECT);
    Topic<Integer> other = Topic.of("orders", Integer.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bus.subscribe(other, direct("b"), DIRECT))
        .withMessage("topic \"orders\" must have the type java.lang.String, was java.lang.Integer");
    assertThatIllegalArgumentException().isThrownBy(() -> bus.publish(other, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bus.publish((Topic) ORDERS, 1))
        .withMessage("event must be an instance of java.lang.String, was one of java.lang.Integer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bus.publish(Topic.any(String.class), "e"))
        .withMessage("topic must have a name to be published to, was \"\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.of("a", int.class))
        .withMessage("type must be the class of an object, was int");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DIRECT.queueCapacity(3))
        .withMessage(
            "queueCapacity must be set for a queued subscription, was set for a direct one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionOptions.queued().queueCapacity(0))
        .withMessage("capacity must be from 1 to 536870912, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bus.subscribeBatches(ORDERS, batch -> {}, DIRECT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overflow.block(Duration.ofSeconds(-1)))
        .withMessage("atMost must be at least 0, was PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> bus.subscribe(BERLIN, direct("c"), SubscriptionOptions.queued().withLatest()))
        .withMessage("topic must be retained by the bus for withLatest, was \"orders.eu.berlin\"");
    assertThat(bus.stats().subscriptions()).hasSize(1);
  }

  @Test
  void aNameIsFreeForAnotherTypeAfterItsLastSubscription() {
    bus.subscribe(ORDERS, direct("a"), DIRECT).close();
    bus.subscribe(Topic.of("orders", Integer.class), direct("b"), DIRECT);
    bus.publish(Topic.of("orders", Integer.class), 1);
    assertThat(called).containsExactly("b:1");
  }

  @Test
  void theGlobalBusIsOne() {
    assertThat(EventBus.global()).isSameAs(EventBus.global());
  }

  @Test
  void aClosedBusRefusesSubscriptions() {
    bus.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> bus.subscribe(ORDERS, direct("a")))
        .withMessage("the bus must be open for a subscription, was closed");
    assertThat(bus.publish(ORDERS, "e")).isEqualTo(PublishResult.REFUSED);
    assertThat(bus.stats().refused()).isOne();
  }
}
