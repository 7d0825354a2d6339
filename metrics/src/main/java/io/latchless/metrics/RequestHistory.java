package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Request metrics, together with the newest requests.
 *
 * <pre>{@code
 * RequestHistory<Exchange> history = new RequestHistory<>(1_000, new RequestMetrics());
 * history.record(exchange, Outcome.FAILURE, exchange.bytes(), exchange.nanos());
 * List<Exchange> slow = history.newest(20, e -> e.nanos() > 1_000_000_000);
 * }</pre>
 *
 * <p>Readers take nothing out and hold up no other thread. The metrics count every request, and the
 * history keeps the newest. A request may be in one of them a moment before it is in the other.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Bound<td>the capacity; the oldest request makes room
 *   <tr><th scope="row">Progress<td>{@code record} is lock-free, as in {@link RequestMetrics};
 *       {@code newest}: as in {@link OverwritingRingBuffer}
 *   <tr><th scope="row">Linearizable<td>no: metrics and history each by themselves, as described
 *       there
 *   <tr><th scope="row">Happens-before<td>actions before a request is recorded happen before
 *       actions after another thread finds it here
 *   <tr><th scope="row">Allocation<td>{@code record}: as {@link OverwritingRingBuffer#add}; {@code
 *       newest}: the list
 *   <tr><th scope="row">Memory<td>as the metrics and {@link OverwritingRingBuffer}, whose slots
 *       release overwritten requests: a capacity that is a power of two keeps that many requests
 *       reachable, any other up to the next power of two
 * </table>
 *
 * @param <R> the type of the requests; null is refused
 * @since 0.1.0
 */
public final class RequestHistory<R> {
  private final OverwritingRingBuffer<R> ring;
  private final RequestMetrics metrics;

  /**
   * Creates a history without requests.
   *
   * @param capacity how many requests the history keeps, as in {@link OverwritingRingBuffer}
   * @param metrics counts every request that is recorded here, and may count others
   * @throws IllegalArgumentException if {@code capacity} is out of bounds
   */
  public RequestHistory(int capacity, RequestMetrics metrics) {
    this.ring = new OverwritingRingBuffer<>(capacity);
    this.metrics = requireNonNull(metrics, "metrics");
  }

  /**
   * Records a request, see {@link RequestMetrics#record}, and keeps it as the newest. An interim
   * request is kept too, although it is not counted.
   *
   * @param request the request, which should not change afterwards
   * @param outcome how it ended
   * @param bytes how many bytes the request transferred, at least 0
   * @param nanos how long it took, in nanoseconds, at least 0
   * @throws IllegalArgumentException if {@code bytes} or {@code nanos} is negative; nothing is
   *     recorded
   * @throws Error if memory or the stack runs out; the request may then be counted and not kept
   */
  public void record(R request, Outcome outcome, long bytes, long nanos) {
    requireNonNull(request, "request");
    metrics.record(outcome, bytes, nanos);
    ring.add(request);
  }

  /**
   * Records a request by the status that its protocol gave it, see {@link
   * RequestMetrics#recordStatus}, and keeps it as the newest. An interim request is kept too,
   * although it is not counted.
   *
   * @param request the request, which should not change afterwards
   * @param status the status that the classifier decides about: by default an HTTP status
   * @param bytes how many bytes the request transferred, at least 0
   * @param nanos how long it took, in nanoseconds, at least 0
   * @throws IllegalArgumentException if {@code bytes} or {@code nanos} is negative; nothing is
   *     recorded
   * @throws Error if memory or the stack runs out; the request may then be counted and not kept
   */
  public void recordStatus(R request, int status, long bytes, long nanos) {
    requireNonNull(request, "request");
    metrics.recordStatus(status, bytes, nanos);
    ring.add(request);
  }

  /**
   * Returns the newest requests.
   *
   * @param limit the most requests to return, at least 0
   * @return the oldest of them first, as from {@link OverwritingRingBuffer#newest(int)}
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public List<R> newest(int limit) {
    return ring.newest(limit);
  }

  /**
   * Returns the newest kept requests that a filter accepts.
   *
   * <p>The filter runs on the calling thread, on the requests that the history held at the call,
   * and holds up that thread alone. It may record here. Requests that it has yet to see stay
   * reachable until the call returns; the result keeps only its own elements reachable.
   *
   * @param limit the most requests to return, at least 0
   * @param filter decides about one request after the other, from the newest back, until {@code
   *     limit} are found; an exception that it throws ends the search and is passed on
   * @return the oldest of them first, in an unmodifiable list
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
   * Returns how many requests the history keeps.
   *
   * @return the capacity given to the constructor
   */
  public int capacity() {
    return ring.capacity();
  }

  /**
   * Returns the metrics that count the requests.
   *
   * @return the metrics given to the constructor
   */
  public RequestMetrics metrics() {
    return metrics;
  }
}
