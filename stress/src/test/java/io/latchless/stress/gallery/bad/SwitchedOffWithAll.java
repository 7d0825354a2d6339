package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Is caught by a test class that never runs. */
@Rogue(trap = "a trap", caughtBy = SwitchedOffWithAll.Looking.class)
final class SwitchedOffWithAll {
  @Disabled("for the example")
  static final class Looking {
    @Test
    void looks() {
      assertThat(new SwitchedOffWithAll()).isNotNull();
    }
  }
}
