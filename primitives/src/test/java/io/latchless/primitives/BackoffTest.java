package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  @Test
  void everyPauseEnds() {
    Backoff backoff = new Backoff();
    assertThatCode(
            () -> {
              for (int i = 0; i < 100; i++) {
                backoff.pause(i);
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void theSecondOfEveryFourLossesIsFollowedByALongPause() {
    assertThat(IntStream.range(0, 13).filter(new Backoff()::isFollowedByLongPause))
        .containsExactly(1, 5, 9);
  }

  @Test
  void orTheFirstOfFourIfItIsToPauseThen() {
    assertThat(IntStream.range(0, 12).filter(Backoff.atFirstLoss(500)::isFollowedByLongPause))
        .containsExactly(0, 4, 8);
  }

  @Test
  void pausesAnInterruptedThreadAndLeavesItInterrupted() {
    Thread.currentThread().interrupt();
    new Backoff().pause(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 50_001, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesAPauseOutOfBounds(long nanos) {
    assertThatThrownBy(() -> new Backoff(nanos))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pauseNanos must be from 0 to 50000, was " + nanos);
    assertThatThrownBy(() -> Backoff.atFirstLoss(nanos))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pauseNanos must be from 0 to 50000, was " + nanos);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 50_000})
  void everyPauseOfAnyLengthEnds(long nanos) {
    Backoff backoff = new Backoff(nanos);
    assertThatCode(
            () -> {
              backoff.pause(0);
              backoff.pause(1);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aLoopSharedByManyThreadsCountsExactly() throws Exception {
    Backoff backoff = new Backoff();
    AtomicLong word = new AtomicLong();
    int threads = 8;
    int each = 20_000;
    Race.of(
        threads,
        index -> {
          for (int i = 0; i < each; i++) {
            int losses = 0;
            for (long seen = word.get(); !word.compareAndSet(seen, seen + 1); seen = word.get()) {
              backoff.pause(losses++);
            }
          }
        });
    assertThat(word).hasValue((long) threads * each);
  }
}
