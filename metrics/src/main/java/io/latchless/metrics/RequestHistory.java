package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Request metrics, and the newest requests themselves.
 *
 * <pre>{@code
 * RequestHistory<Exchange> history = new RequestHistory<>(1_000, new RequestMetrics());
 * history.record(exchange, Outcome.FAILURE, exchange.bytes(), exchange.nanos());
 * List<Exchange> slow = history.newest(20, e -> e.nanos() > 1_000_000_000);
 * }</pre>
 *
 * <p>A look takes nothing out and holds up no other thread. The metrics count every request; the
 * history keeps the newest, and a request may be in one of them a moment before it is in the other.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Bound<td>the capacity; the oldest request makes room
 *   <tr><th scope="row">Progress<td>{@code record}: lock-free; {@code newest}: as in {@link OverwritingRingBuffer}
 *   <tr><th scope="row">Linearizable<td>no: metrics and history each by themselves, as they are described there
 *   <tr><th scope="row">Happens-before<td>what a thread did before it recorded a request happens before what another
 *       does after it has found it here
 *   <tr><th scope="row">Allocation<td>{@code record}: what {@link OverwritingRingBuffer#add} does; {@code newest}: the list
 *   <tr><th scope="row">Memory<td>as the metrics and {@link OverwritingRingBuffer}, which lets go what is overwritten in
 *       its slots: a capacity that is a power of two keeps so many alive, any other up to the next one
 * </table>
 *
 * @param <R> the type of the requests; null is refused
 */
public final class RequestHistory<R> {
  private final OverwritingRingBuffer<R> ring;
  private final RequestMetrics metrics;

  /**
   * A history without requests.
   *
   * @param capacity how many are kept, as {@link OverwritingRingBuffer} takes it
   * @param metrics counts every request that is recorded here, and may count others
   * @throws IllegalArgumentException if the capacity is out of bounds
   */
  public RequestHistory(int capacity, RequestMetrics metrics) {
    this.ring = new OverwritingRingBuffer<>(capacity);
    this.metrics = requireNonNull(metrics, "metrics");
  }

  /**
   * Records a request, see {@link RequestMetrics#record}, and keeps it as the newest. An interim
   * one is kept too, although it is not counted.
   *
   * @param request the request, which should not change any more
   * @param outcome how it ended
   * @param bytes how many went over the line, from 0
   * @param nanos how long it took, in nanoseconds, from 0
   * @throws IllegalArgumentException if a number is negative; nothing was recorded
   * @throws Error if memory or the stack runs out: then the request may be counted and not kept
   */
  public void record(R request, Outcome outcome, long bytes, long nanos) {
    requireNonNull(request, "request");
    metrics.record(outcome, bytes, nanos);
    ring.add(request);
  }

  /**
   * The newest requests.
   *
   * @param limit how many at most, from 0
   * @return them, the oldest first, as {@link OverwritingRingBuffer#newest(int)} does
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public List<R> newest(int limit) {
    return ring.newest(limit);
  }

  /**
   * The newest of those requests that are kept of which something is true.
   *
   * <p>The filter runs on the calling thread, on what was kept at the call, and holds up that
   * thread alone. It may record here. What it has still to see stays reachable until it returns;
   * the result keeps alive what is in it and nothing else.
   *
   * @param limit how many at most, from 0
   * @param filter is asked about one request after the other, from the newest back, until so many
   *     are found; what it throws ends the search and is passed on
   * @return them, the oldest first, unmodifiable
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public List<R> newest(int limit, Predicate<? super R> filter) {
    requireNonNull(filter, "filter");
    Arguments.requireNotNegative(limit, "limit");
    List<R> kept = ring.newest(ring.capacity());
    List<R> found = new ArrayList<>();
    for (int i = kept.size() - 1; i >= 0 && found.size() < limit; i--) {
      R request = kept.remove(i);
      if (filter.test(request)) {
        found.add(request);
      }
    }
    Collections.reverse(found);
    return Collections.unmodifiableList(found);
  }

  /**
   * How many requests are kept.
   *
   * @return the bound
   */
  public int capacity() {
    return ring.capacity();
  }

  /**
   * What counts the requests.
   *
   * @return the metrics given at construction
   */
  public RequestMetrics metrics() {
    return metrics;
  }
}
