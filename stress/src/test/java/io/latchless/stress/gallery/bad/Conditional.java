package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Is caught by a test that runs conditionally. */
@Rogue(trap = "a trap", caughtBy = Conditional.Looking.class)
final class Conditional {
  static final class Looking {
    @Test
    @EnabledOnOs(OS.SOLARIS)
    void looks() {
      assertThat(new Conditional()).isNotNull();
    }
  }
}
