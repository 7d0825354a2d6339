package io.latchless.eventbus;

import static io.latchless.eventbus.Gate.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that throw. */
class EventBusFailuresTest {
  private static final Topic<Throwable> THROWN = Topic.of("thrown", Throwable.class);

  private final List<HandlerFailure> told = new CopyOnWriteArrayList<>();

  @SuppressWarnings("unchecked") // throws whatever it is given, declared or not
  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }

  private static SubscriptionOptions options(boolean isDirect) {
    return isDirect ? SubscriptionOptions.direct() : SubscriptionOptions.queued();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyThrowableIsCountedToldAndPublishedAndTheOthersGoOn(boolean isDirect) throws Exception {
    List<Throwable> all =
        List.of(
            new IllegalStateException("unchecked"),
            new IOException("checked"),
            new Throwable("neither"),
            new OutOfMemoryError("error"),
            new StackOverflowError("deep"));
    try (EventBus bus = EventBus.builder().onFailure(told::add).build()) {
      RecordingHandler<HandlerFailure> published = new RecordingHandler<>(10);
      RecordingHandler<Throwable> other = new RecordingHandler<>(10);
      bus.subscribe(EventBus.FAILURES, published);
      BusSubscription broken =
          bus.subscribe(THROWN, EventBusFailuresTest::<RuntimeException>sneak, options(isDirect));
      bus.subscribe(THROWN, other, options(isDirect));
      for (Throwable each : all) {
        assertThat(bus.publish(THROWN, each)).isEqualTo(PublishResult.ACCEPTED);
      }
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(told).extracting(HandlerFailure::thrown).isEqualTo(all);
      assertThat(told).allSatisfy(each -> assertThat(each.topic()).isEqualTo("thrown"));
      assertThat(published.events()).isEqualTo(told);
      assertThat(other.events()).isEqualTo(all);
      assertThat(broken.stats().counts().failed()).isEqualTo(all.size());
      assertThat(bus.stats().counts().failed()).isEqualTo(all.size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFailureOfAHandlerOfFailuresIsNotPublishedAgain(boolean isDirect) throws Exception {
    try (EventBus bus = EventBus.builder().onFailure(told::add).build()) {
      bus.subscribe(
          EventBus.FAILURES,
          failure -> {
            throw new IllegalStateException("again");
          },
          options(isDirect));
      bus.subscribe(THROWN, EventBusFailuresTest::<RuntimeException>sneak, options(isDirect));
      bus.publish(THROWN, new Throwable("first"));
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(told).extracting(each -> each.thrown().getMessage()).contains("first", "again");
      assertThat(bus.stats().counts().failed()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFailureListenerThatThrowsCostsNothing(boolean isDirect) throws Exception {
    try (EventBus bus =
        EventBus.builder()
            .onFailure(failure -> EventBusFailuresTest.<RuntimeException>sneak(new IOException()))
            .build()) {
      RecordingHandler<Throwable> other = new RecordingHandler<>(10);
      bus.subscribe(THROWN, EventBusFailuresTest::<RuntimeException>sneak, options(isDirect));
      bus.subscribe(THROWN, other, options(isDirect));
      Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
      try {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        bus.publish(THROWN, new Throwable("first"));
        assertThat(bus.awaitIdle(LONG)).isTrue();
      } finally {
        Thread.setDefaultUncaughtExceptionHandler(before);
      }
      assertThat(other.events()).hasSize(1);
      assertThat(bus.stats().counts().failed()).isOne();
    }
  }

  @Test
  void aClockThatThrowsCostsOnlyItsEvent() throws Exception {
    AtomicBoolean isBroken = new AtomicBoolean(true);
    try (EventBus bus =
        EventBus.builder()
            .onFailure(told::add)
            .clock(
                () -> {
                  if (isBroken.get()) {
                    throw new IllegalStateException("no time");
                  }
                  return 0;
                })
            .build()) {
      RecordingHandler<Throwable> recorded = new RecordingHandler<>(10);
      bus.subscribe(THROWN, recorded, SubscriptionOptions.queued().slowAfter(5));
      Throwable event = new Throwable("event");
      assertThat(bus.publish(THROWN, event)).isEqualTo(PublishResult.DROPPED);
      assertThat(bus.publishAndAwait(THROWN, event, LONG).dropped()).isOne();
      isBroken.set(false);
      assertThat(bus.publish(THROWN, event)).isEqualTo(PublishResult.ACCEPTED);
      assertThat(bus.awaitIdle(LONG)).isTrue();
      assertThat(recorded.events()).containsExactly(event);
      assertThat(told).hasSize(2);
    }
  }
}
