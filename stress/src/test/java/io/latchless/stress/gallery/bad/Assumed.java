package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Test;

/** Is caught by a test that an assumption aborts silently. */
@Rogue(trap = "a trap", caughtBy = Assumed.Looking.class)
final class Assumed {
  static final class Looking {
    @Test
    void looks() {
      assumeTrue(false);
      assertThat(new Assumed()).isNotNull();
    }
  }
}
