package io.latchless.metrics;

import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * A number that goes up and down, such as the number of requests in flight.
 *
 * <pre>{@code
 * Gauge inFlight = new Gauge();
 * if (inFlight.increment() > limit) {      // the number that this very call led to
 *   inFlight.decrement();
 *   return overloaded();
 * }
 * }</pre>
 *
 * <p>A gauge is one word, not striped like a {@link Counter}. {@code set} has a meaning only if
 * there is one place to set, and a change can return its result only if all changes have one order.
 * So threads that change the gauge all the time wait for its cache line. If that shows and neither
 * property is needed, use two counters: {@code started.sum() - finished.sum()}, with {@code
 * finished} read first, is never less than zero.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, changing and reading
 *   <tr><th scope="row">Progress<td>every operation is wait-free if the processor has an atomic
 *       addition, as x86-64 has, and AArch64 since 8.1; otherwise lock-free
 *   <tr><th scope="row">Linearizable<td>yes, every operation
 *   <tr><th scope="row">Happens-before<td>actions before a change happen before actions after
 *       another thread reads that change or a later one; all operations have volatile semantics, so
 *       several gauges may serve as flags for each other
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Bound<td>a {@code long}, which wraps around like any {@code long}: an
 *       amount that is added and subtracted again leaves no trace
 *   <tr><th scope="row">Memory<td>about 290 bytes, the word on cache lines of its own
 * </table>
 *
 * <p>Source: none but the processor's own atomic instructions.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Gauge extends PaddedLong {
  /*
   * Each operation is one access to one word. Reads and sets are volatile, not acquire and release.
   * Two gauges used as flags for each other (each thread raises its own and then reads the other's)
   * need the load to stay behind the earlier store; otherwise the two objects together would not be
   * linearizable. On x86 a volatile read is a plain move, and the set pays for it. An addition
   * cannot fail, so there is no loop and no pause.
   */

  /** Creates a gauge at zero. */
  public Gauge() {
    super(0);
  }

  /**
   * Returns the number.
   *
   * @return the current value
   */
  public long get() {
    return wordVolatile();
  }

  /**
   * Replaces the number.
   *
   * @param value the new number
   */
  public void set(long value) {
    setWordVolatile(value);
  }

  /**
   * Adds an amount.
   *
   * @param amount how much, negative to subtract
   * @return the number that this call led to
   */
  public long add(long amount) {
    return getAndAddWord(amount) + amount;
  }

  /**
   * Adds one.
   *
   * @return the number that this call led to
   */
  public long increment() {
    return add(1);
  }

  /**
   * Subtracts one.
   *
   * @return the number that this call led to
   */
  public long decrement() {
    return add(-1);
  }

  /**
   * Returns the number, for a log line.
   *
   * @return for example {@code 42}
   */
  @Override
  public String toString() {
    return Long.toString(get());
  }
}
