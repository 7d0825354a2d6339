package io.latchless.eventbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

class EventBusBeanTest {
  private static final Topic<Integer> NUMBERS = Topic.of("numbers", Integer.class);

  @Test
  void aClientOfJmxGetsAllFiguresAsOneAttribute() throws Exception {
    ObjectName name = new ObjectName("latchless.test:type=EventBus");
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try (EventBus bus =
        EventBus.builder().onFailure(failure -> {}).closeTimeout(Duration.ZERO).build()) {
      server.registerMBean(new EventBusBean(bus), name);
      try {
        bus.subscribe(
            NUMBERS,
            number -> {
              if (number == 0) {
                throw new IllegalArgumentException("planted");
              }
            },
            SubscriptionOptions.direct());
        bus.subscribe(
            NUMBERS,
            number -> {},
            SubscriptionOptions.queued().named("slow").queueCapacity(1).on(task -> {}));
        for (int number = 0; number < 3; number++) {
          bus.publish(NUMBERS, number);
        }
        bus.publish(Topic.of("letters", String.class), "dead");

        CompositeData seen = (CompositeData) server.getAttribute(name, "Snapshot");
        assertThat(seen.get("offered")).isEqualTo(6L);
        assertThat(seen.get("delivered")).isEqualTo(2L);
        assertThat(seen.get("failed")).isEqualTo(1L);
        assertThat(seen.get("dropped")).isEqualTo(2L);
        assertThat(seen.get("pending")).isEqualTo(1L);
        assertThat(seen.get("dead")).isEqualTo(1L);
        assertThat(seen.getCompositeType().keySet())
            .containsAll(Set.of("refused", "buffered", "lateAnswers", "rejections"));
        TabularData reasons = (TabularData) seen.get("dropsByReason");
        assertThat(reasons.get(new Object[] {"FULL"}).get("value")).isEqualTo(2L);
        CompositeData[] subscriptions = (CompositeData[]) seen.get("subscriptions");
        assertThat(subscriptions).hasSize(2);
        assertThat(subscriptions[1].get("name")).isEqualTo("slow");
        assertThat(subscriptions[1].get("topic")).isEqualTo("numbers");
        assertThat(subscriptions[1].get("pending")).isEqualTo(1L);
      } finally {
        server.unregisterMBean(name);
      }
    }
  }
}
