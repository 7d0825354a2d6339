package io.latchless.stress.soak;

import io.latchless.ringbuffer.BlockingRingBuffer;
import java.util.List;

/**
 * The invariant at rest: no thread waits for an element or room that is there.
 *
 * <p>The check is valid only when all threads that use the queue have ended or are parked in it.
 */
public final class Rest {
  private Rest() {}

  /**
   * Returns the objections to a queue at rest.
   *
   * @param consumers the number of threads parked in {@code take} or the timed {@code poll}
   * @param producers the number of threads parked in {@code put} or the timed {@code offer}
   */
  public static List<String> objections(BlockingRingBuffer<?> queue, int consumers, int producers) {
    Findings findings = new Findings();
    boolean element = queue.peek() != null;
    int size = queue.size();
    int room = queue.remainingCapacity();
    findings.require(
        element == (size > 0) && element != queue.isEmpty(),
        "peek finds %s, but the size is %d",
        element ? "an element" : "none",
        size);
    findings.require(
        consumers == 0 || !element, "%d consumers parked although an element is in", consumers);
    findings.require(
        producers == 0 || room == 0, "%d producers parked although there is room", producers);
    findings.require(
        consumers + producers == 0 || !queue.isClosed(),
        "%d threads parked in a closed queue",
        consumers + producers);
    int counted = queue.waiterCount();
    findings.require(
        counted == consumers + producers,
        "%d waiters counted where %d are parked",
        counted,
        consumers + producers);
    return findings.list();
  }
}
