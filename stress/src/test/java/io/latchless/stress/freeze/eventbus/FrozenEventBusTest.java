package io.latchless.stress.freeze.eventbus;

import io.latchless.stress.freeze.Claim;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrozenEventBusTest {
  @Test
  void stopsNoOtherSubscriptionWhereverAThreadIsFrozen() {
    new Claim(EventBusFamily.class, Set.of()).verify();
  }
}
