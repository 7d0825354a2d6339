package io.latchless.eventbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.testing.ExampleProgram;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class StartupExampleTest {
  @Test
  void componentsThatStartInAnyOrderLoseNothing() throws Exception {
    assertThat(ExampleProgram.run("docs/eventbus.md", "Startup"))
        .isEqualTo(Collections.nCopies(3, "{account=60, stores=3}"));
  }
}
