package io.latchless.eventbus;

import io.latchless.metrics.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;

/** Counts what becomes of offered events, so that every event ends in exactly one count. */
@SuppressWarnings("EnumOrdinal") // an index that lives no longer than the enum
final class Ledger {
  /*
   * THE LAW is offered = delivered + failed + dropped + pending, with pending >= 0, in every
   * snapshot. A thread raises "offered" before it claims anything, and one outcome after the event
   * is over. A reader takes the outcomes first and "offered" afterwards. All counts only grow. So
   * each outcome that the reader has seen belongs to an offer that it sees too.
   *
   * IDLE. If both sums are equal, nothing was under way at the moment between the two reads: the
   * outcomes were no fewer than the reader has seen, and the offers no more.
   *
   *     outcomes read <= outcomes then <= offers then <= offers read
   *
   * CALLS of direct handlers that have returned are counted once, as offered and delivered. So they
   * are never pending. The hazard slots tell of the calls that have not returned. If no slot is
   * taken after a reader has read the calls, and the calls are the same afterwards, then no call
   * was under way when it read them first: such a call would have been seen in its slot, or would
   * have been counted since.
   */

  private static final DropReason[] REASONS = DropReason.values();

  private final Counter offered = new Counter();
  private final Counter delivered = new Counter();
  private final Counter failed = new Counter();
  private final Counter called = new Counter();

  /** Created at the first drop for a reason; most ledgers never need them. */
  private final AtomicReferenceArray<Counter> drops = new AtomicReferenceArray<>(REASONS.length);

  void offered(long events) {
    offered.add(events);
  }

  void offered() {
    offered.increment();
  }

  void delivered() {
    delivered.increment();
  }

  void delivered(long events) {
    delivered.add(events);
  }

  /** Counts calls of direct handlers that have returned. */
  void called(long calls) {
    called.add(calls);
  }

  void failed(long events) {
    failed.add(events);
  }

  void dropped(DropReason reason) {
    Counter present = drops.get(reason.ordinal());
    if (present == null) {
      Counter created = new Counter();
      present = drops.compareAndExchange(reason.ordinal(), null, created);
      present = present == null ? created : present;
    }
    present.increment();
  }

  private long outcomes() {
    long sum = delivered.sum() + failed.sum();
    for (int at = 0; at < REASONS.length; at++) {
      Counter present = drops.get(at);
      sum += present == null ? 0 : present.sum();
    }
    return sum;
  }

  /**
   * Returns whether nothing was under way at a moment during the call.
   *
   * @param isInCall looks whether a direct handler is being called
   */
  boolean wasIdle(BooleanSupplier isInCall) {
    long outcomes = outcomes();
    long calls = called.sum();
    return !isInCall.getAsBoolean() && calls == called.sum() && outcomes == offered.sum();
  }

  EventCounts counts() {
    long calls = called.sum();
    long deliveries = delivered.sum();
    long failures = failed.sum();
    Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    for (DropReason reason : REASONS) {
      Counter present = drops.get(reason.ordinal());
      long count = present == null ? 0 : present.sum();
      if (count > 0) {
        dropped.put(reason, count);
      }
    }
    return new EventCounts(offered.sum() + calls, deliveries + calls, failures, dropped);
  }
}
