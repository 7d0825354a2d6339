package io.latchless.stress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void runs() {
    assertThat(1 + 1).isEqualTo(2);
  }
}
