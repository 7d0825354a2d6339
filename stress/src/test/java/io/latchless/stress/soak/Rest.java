package io.latchless.stress.soak;

import io.latchless.ringbuffer.BlockingRingBuffer;
import java.util.List;

/**
 * The invariant of rest: when nothing moves, nobody waits for what is there.
 *
 * <p>To be asked when all threads that use the queue have ended or are parked in it.
 */
public final class Rest {
  private Rest() {}

  /**
   * What is wrong with a queue at rest.
   *
   * @param consumers how many threads are parked in {@code take} or the timed {@code poll}
   * @param producers how many threads are parked in {@code put} or the timed {@code offer}
   */
  public static List<String> objections(BlockingRingBuffer<?> queue, int consumers, int producers) {
    Findings findings = new Findings();
    boolean element = queue.peek() != null;
    int size = queue.size();
    int room = queue.remainingCapacity();
    findings.require(
        element == (size > 0) && element != queue.isEmpty(),
        "a look finds %s where the size is %d",
        element ? "an element" : "none",
        size);
    findings.require(
        consumers == 0 || !element, "%d consumers parked beside an element", consumers);
    findings.require(producers == 0 || room == 0, "%d producers parked beside room", producers);
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
