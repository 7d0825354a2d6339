package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pauses() {
    assertThatCode(() -> new Backoff().pause()).doesNotThrowAnyException();
  }
}
