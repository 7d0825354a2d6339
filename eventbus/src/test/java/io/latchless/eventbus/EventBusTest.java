package io.latchless.eventbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBusTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Topic<String> WORDS = Topic.of("words", String.class);
  private final EventBus bus = EventBus.builder().workers(2).build();

  @AfterEach
  void close() {
    bus.close();
  }

  @Test
  void deliversInOrder() throws Exception {
    RecordingHandler<String> recorded = new RecordingHandler<>(1_000);
    bus.subscribe(WORDS, recorded);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      sent.add("word " + i);
      assertThat(bus.publish(WORDS, "word " + i)).isEqualTo(PublishResult.ACCEPTED);
    }
    assertThat(bus.awaitIdle(LONG)).isTrue();
    assertThat(recorded.events()).isEqualTo(sent);
    EventCounts counts = bus.stats().counts();
    assertThat(counts.offered()).isEqualTo(1_000);
    assertThat(counts.delivered()).isEqualTo(1_000);
    assertThat(counts.pending()).isZero();
  }
}
