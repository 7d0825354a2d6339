package io.latchless.stress.gallery.bad;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.latchless.stress.rogues.Rogue;
import org.junit.jupiter.api.Test;

/** Is assumed to be correct, which is no assertion. */
@Rogue(trap = "a trap", caughtBy = OnlyAssumed.Looking.class)
final class OnlyAssumed {
  static final class Looking {
    @Test
    void looks() {
      assumeThat(new OnlyAssumed()).isNotNull();
    }
  }
}
