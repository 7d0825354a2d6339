package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Test;

/** Is used by a test that asserts something else only. */
@Rogue(trap = "a trap", caughtBy = Unasserted.Looking.class)
final class Unasserted {
  static final class Looking {
    @Test
    void looks() {
      var unused = new Unasserted();
    }

    @Test
    void looksElsewhere() {
      assertThat(new Object()).isNotNull();
    }
  }
}
