package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Is caught by a test that never runs. */
@Rogue(trap = "a trap", caughtBy = SwitchedOff.Looking.class)
final class SwitchedOff {
  static final class Looking {
    @Test
    @Disabled("for the example")
    void looks() {
      assertThat(new SwitchedOff()).isNotNull();
    }

    @Test
    void looksElsewhere() {
      assertThat(new Object()).isNotNull();
    }
  }
}
