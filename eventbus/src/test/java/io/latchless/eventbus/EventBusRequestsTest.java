package io.latchless.eventbus;

import static io.latchless.eventbus.Gate.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.testing.Garbage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests, and the gathering of their answers. */
class EventBusRequestsTest {
  private static final RequestTopic<String, Integer> LENGTHS =
      RequestTopic.of("lengths", String.class, Integer.class);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final EventBus bus = EventBus.builder().workers(4).onFailure(failure -> {}).build();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    bus.close();
  }

  private BusSubscription respond(String name, Responder<String, Integer> responder) {
    return bus.respond(LENGTHS, name, responder, SubscriptionOptions.queued());
  }

  private static <R> R get(CompletableFuture<R> future) throws Exception {
    return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void gathersTheAnswersOfAll() throws Exception {
    respond("a", String::length);
    respond("b", text -> 2 * text.length());
    Gathered<Integer> gathered = get(bus.request(LENGTHS, "four", Gather.all(LONG)));
    assertThat(gathered)
        .isEqualTo(new Gathered<>(Map.of("a", 4, "b", 8), Map.of(), List.of(), true));
  }

  @Test
  void aRequestWithoutATimeLimitNeedsNoTimer() throws Exception {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    try (EventBus other = EventBus.builder().threadNames("untimed").build()) {
      other.respond(LENGTHS, "a", String::length, SubscriptionOptions.queued());
      assertThat(get(other.request(LENGTHS, "four", Gather.all(forever))).answers())
          .containsExactly(Map.entry("a", 4));
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("untimed-timer"));
    }
  }

  @Test
  void isOverWithEnoughAnswersAndCountsLateOnes() throws Exception {
    respond("fast", String::length);
    respond(
        "slow",
        text -> {
          gate.pass();
          return 1;
        });
    Gathered<Integer> gathered = get(bus.request(LENGTHS, "four", Gather.first(LONG)));
    assertThat(gathered.answers()).containsExactly(Map.entry("fast", 4));
    assertThat(gathered.silent()).containsExactly("slow");
    assertThat(gathered.isEnough()).isTrue();
    gate.open();
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(bus.stats().lateAnswers()).isOne();
  }

  @Test
  void isOverWhenEnoughAnswersHaveBecomeImpossible() throws Exception {
    IOException broken = new IOException("broken");
    respond("a", String::length);
    respond(
        "b",
        text -> {
          throw broken;
        });
    Gathered<Integer> gathered = get(bus.request(LENGTHS, "x", Gather.atLeast(2, LONG)));
    assertThat(gathered.isEnough()).isFalse();
    assertThat(gathered.failures()).containsExactly(Map.entry("b", broken));
    RequestTopic<String, String> nowhere = RequestTopic.of("none", String.class, String.class);
    assertThat(get(bus.request(nowhere, "x", Gather.all(LONG))).isEnough()).isFalse();
    assertThat(bus.stats().counts().failed()).isOne();
  }

  @Test
  void isOverAtTheTimeLimit() throws Exception {
    respond(
        "slow",
        text -> {
          gate.pass();
          return 1;
        });
    Gathered<Integer> gathered = get(bus.request(LENGTHS, "x", Gather.all(SHORT)));
    assertThat(gathered.isEnough()).isFalse();
    assertThat(gathered.silent()).containsExactly("slow");
    assertThat(get(bus.request(LENGTHS, "x", Gather.all(Duration.ZERO))).answers()).isEmpty();
  }

  @Test
  void aRequestThatAQueueDropsHasFailedThere() throws Exception {
    BusSubscription slow =
        bus.respond(
            LENGTHS,
            "slow",
            text -> {
              gate.pass();
              return 1;
            },
            SubscriptionOptions.queued().queueCapacity(1));
    CompletableFuture<Gathered<Integer>> first = bus.request(LENGTHS, "1", Gather.all(LONG));
    gate.awaitEntered();
    CompletableFuture<Gathered<Integer>> second = bus.request(LENGTHS, "2", Gather.all(LONG));
    Gathered<Integer> third = get(bus.request(LENGTHS, "3", Gather.all(LONG)));
    assertThat(third.failures().get("slow")).hasMessage("the request was dropped: FULL");
    slow.close();
    assertThat(get(second).failures().get("slow")).hasMessage("the request was dropped: CLOSED");
    gate.open();
    assertThat(get(first).answers()).containsExactly(Map.entry("slow", 1));
    assertThat(get(bus.request(LENGTHS, "4", Gather.all(LONG))).silent()).isEmpty();
  }

  @Test
  void aNullAnswerIsAFailure() throws Exception {
    respond("null", EventBusRequestsTest::nothing);
    Gathered<Integer> gathered = get(bus.request(LENGTHS, "x", Gather.all(LONG)));
    assertThat(gathered.failures().get("null")).isInstanceOf(NullPointerException.class);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what must not be
  private static <R> R nothing(String request) {
    return null;
  }

  @Test
  void namesAreUniqueAndTypesAreFixed() {
    respond("a", String::length);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> respond("a", String::length))
        .withMessage("responder must be a new name among those to \"lengths\", was \"a\"");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                bus.request(
                    RequestTopic.of("lengths", String.class, Long.class), "x", Gather.first(LONG)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gather.atLeast(0, LONG))
        .withMessage("answers must be from 1 to 2147483647, was 0");
  }

  @Test
  void aClosedBusRefusesRequests() {
    bus.close();
    assertThatThrownBy(() -> get(bus.request(LENGTHS, "x", Gather.first(LONG))))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the bus must be open for a request, was closed");
  }

  @Test
  void nothingIsKeptOfACancelledRequest() throws Exception {
    respond(
        "slow",
        text -> {
          gate.pass();
          return 1;
        });
    CompletableFuture<Gathered<Integer>> first = bus.request(LENGTHS, "1", Gather.all(LONG));
    gate.awaitEntered();
    WeakReference<?> cancelled = cancelledRequest();
    Garbage.awaitCollected(cancelled);
    assertThat(cancelled.get()).isNull();
    gate.open();
    assertThat(get(first).isEnough()).isTrue();
  }

  private WeakReference<?> cancelledRequest() {
    CompletableFuture<Gathered<Integer>> future = bus.request(LENGTHS, "x", Gather.all(LONG));
    assertThat(future.cancel(false)).isTrue();
    return new WeakReference<>(future);
  }
}
