package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void whatAMemberThrowsIsReported() {
    assertThatThrownBy(
            () ->
                Workers.run(
                    2,
                    member -> {
                      if (member == 1) {
                        throw new IllegalStateException("overboard");
                      }
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("overboard");
  }

  @Test
  void aMemberThatDoesNotEndIsReported() {
    CountDownLatch never = new CountDownLatch(1);
    Workers crew = Workers.start(1, member -> never.await());
    assertThatThrownBy(() -> crew.joinWithin(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("still running");
    never.countDown();
  }
}
