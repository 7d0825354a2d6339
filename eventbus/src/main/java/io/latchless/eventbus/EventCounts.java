package io.latchless.eventbus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What has become of the events that were offered to a subscription, or to all. In every snapshot
 * {@code offered() == delivered() + failed() + dropped() + pending()}, and {@code pending()} is not
 * negative. The counts of the bus include the calls of direct handlers once a publication has made
 * all of them.
 *
 * @param offered how many events were offered
 * @param delivered how many of them a handler has handled
 * @param failed how many of them a handler has failed to handle, by an exception
 * @param drops how many of them were dropped, by the reason; unmodifiable, without zeros
 * @since 0.1.0
 */
public record EventCounts(long offered, long delivered, long failed, Map<DropReason, Long> drops) {
  /**
   * Creates counts.
   *
   * @param offered how many events were offered
   * @param delivered how many of them a handler has handled
   * @param failed how many of them a handler has failed to handle, by an exception
   * @param drops how many of them were dropped, by the reason; unmodifiable, without zeros
   */
  public EventCounts {
    Map<DropReason, Long> copy = new EnumMap<>(DropReason.class);
    copy.putAll(drops);
    drops = Collections.unmodifiableMap(copy);
  }

  /**
   * Returns how many events were dropped.
   *
   * @return the sum over all reasons
   */
  public long dropped() {
    return drops.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns how many events were dropped for a reason.
   *
   * @param reason the reason
   * @return 0 if there were none
   */
  public long dropped(DropReason reason) {
    return drops.getOrDefault(reason, 0L);
  }

  /**
   * Returns how many events are queued or being handled. A direct handler's event counts once the
   * handler has returned, and is never pending.
   *
   * @return at least 0
   */
  public long pending() {
    return offered - delivered - failed - dropped();
  }
}
