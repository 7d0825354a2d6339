package io.latchless.eventbus;

import java.util.List;

/**
 * What a closed bus has left undone.
 *
 * @param leftovers the subscriptions with events that were not handled
 * @since 0.1.0
 */
public record CloseReport(List<Leftover> leftovers) {
  /**
   * Creates a report.
   *
   * @param leftovers the subscriptions with events that were not handled
   */
  public CloseReport {
    leftovers = List.copyOf(leftovers);
  }

  /**
   * Returns whether every accepted event was handled.
   *
   * @return true if nothing is left
   */
  public boolean isComplete() {
    return leftovers.isEmpty();
  }

  /**
   * A subscription with events that were not handled.
   *
   * @param id the id of the subscription
   * @param name the name of the subscription
   * @param events the queued events, in order; they count as dropped
   * @param isBusy whether its handler was still being called, with an event that is not in the list
   */
  public record Leftover(long id, String name, List<Object> events, boolean isBusy) {
    /**
     * Creates an entry.
     *
     * @param id the id of the subscription
     * @param name the name of the subscription
     * @param events the queued events, in order; they count as dropped
     * @param isBusy whether its handler was still being called, with an event that is not in the
     *     list
     */
    public Leftover {
      events = List.copyOf(events);
    }
  }
}
