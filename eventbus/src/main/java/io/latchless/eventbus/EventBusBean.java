package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the figures of an {@link EventBus} for each JMX request.
 *
 * <pre>{@code
 * ManagementFactory.getPlatformMBeanServer()
 *     .registerMBean(new EventBusBean(bus), new ObjectName("shop:type=EventBus"));
 * }</pre>
 *
 * <p>Any number of threads may use it.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>wait-free, as {@link EventBus#stats}
 *   <tr><th scope="row">Linearizable<td>as {@link EventBus#stats}
 *   <tr><th scope="row">Happens-before<td>as {@link EventBus#stats}
 *   <tr><th scope="row">Allocation<td>the figures for each request
 * </table>
 *
 * @since 0.1.0
 */
public final class EventBusBean implements EventBusMXBean {
  private final EventBus bus;

  /**
   * Creates a bean, which the caller registers.
   *
   * @param bus the bus to show
   */
  public EventBusBean(EventBus bus) {
    this.bus = requireNonNull(bus, "bus");
  }

  @Override
  public Figures getSnapshot() {
    return new SeenBus(bus.stats());
  }

  private abstract static class SeenCounts implements Counts {
    private final EventCounts counts;

    SeenCounts(EventCounts counts) {
      this.counts = counts;
    }

    @Override
    public final long getOffered() {
      return counts.offered();
    }

    @Override
    public final long getDelivered() {
      return counts.delivered();
    }

    @Override
    public final long getFailed() {
      return counts.failed();
    }

    @Override
    public final long getDropped() {
      return counts.dropped();
    }

    @Override
    public final long getPending() {
      return counts.pending();
    }

    @Override
    public final Map<String, Long> getDropsByReason() {
      Map<String, Long> byName = new TreeMap<>();
      counts.drops().forEach((reason, drops) -> byName.put(reason.name(), drops));
      return byName;
    }
  }

  private static final class SeenBus extends SeenCounts implements Figures {
    private final BusStats stats;

    SeenBus(BusStats stats) {
      super(stats.counts());
      this.stats = stats;
    }

    @Override
    public long getDead() {
      return stats.dead();
    }

    @Override
    public long getRefused() {
      return stats.refused();
    }

    @Override
    public long getBuffered() {
      return stats.buffered();
    }

    @Override
    public long getLateAnswers() {
      return stats.lateAnswers();
    }

    @Override
    public long getRejections() {
      return stats.rejections();
    }

    @Override
    public List<SubscriptionFigures> getSubscriptions() {
      return stats.subscriptions().stream().<SubscriptionFigures>map(SeenOne::new).toList();
    }
  }

  private static final class SeenOne extends SeenCounts implements SubscriptionFigures {
    private final SubscriptionStats stats;

    SeenOne(SubscriptionStats stats) {
      super(stats.counts());
      this.stats = stats;
    }

    @Override
    public long getId() {
      return stats.id();
    }

    @Override
    public String getName() {
      return stats.name();
    }

    @Override
    public String getTopic() {
      return stats.topic();
    }
  }
}
