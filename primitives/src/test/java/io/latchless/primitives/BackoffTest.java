package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void everyPauseEnds() {
    Backoff backoff = new Backoff();
    assertThatCode(
            () -> {
              for (int i = 0; i < 100; i++) {
                backoff.pause();
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void pausesAnInterruptedThreadAndLeavesItInterrupted() {
    Thread.currentThread().interrupt();
    new Backoff().pause();
    assertThat(Thread.interrupted()).isTrue();
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
            for (long seen = word.get(); !word.compareAndSet(seen, seen + 1); seen = word.get()) {
              backoff.pause();
            }
          }
        });
    assertThat(word).hasValue((long) threads * each);
  }
}
