package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Test;

/** Is mentioned by code that no test reaches. */
@Rogue(trap = "a trap", caughtBy = Unused.Looking.class)
final class Unused {
  static final class Looking {
    @Test
    void looksElsewhere() {
      assertThat(new Object()).isNotNull();
    }

    void looks() {
      assertThat(new Unused()).isNotNull();
    }
  }
}
