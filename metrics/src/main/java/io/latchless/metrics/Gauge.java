package io.latchless.metrics;

import io.latchless.primitives.internal.Padding.PaddedLong;

/**
 * A number that goes up and down, such as how many requests are in flight.
 *
 * <pre>{@code
 * Gauge inFlight = new Gauge();
 * if (inFlight.increment() > limit) {      // this call has led to the number that it returns
 *   inFlight.decrement();
 *   return overloaded();
 * }
 * }</pre>
 *
 * <p>It is one word, and not striped as a {@link Counter} is: {@code set} has a meaning only if
 * there is one place to set, and a change can tell what it has led to only if there is one order of
 * all changes. So threads that change it all the time wait for its cache line. Where that shows and
 * neither is needed, take two counters: {@code started.sum() - finished.sum()}, with {@code
 * finished} read first, is never less than zero.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number, changing and reading
 *   <tr><th scope="row">Progress<td>every operation is wait-free where the processor has an atomic addition,
 *       as x86-64 has, and AArch64 since 8.1; elsewhere lock-free
 *   <tr><th scope="row">Linearizable<td>yes, every operation
 *   <tr><th scope="row">Happens-before<td>what a thread did before a change happens before what another does
 *       after it has read that change or a later one; all operations have volatile semantics, so
 *       several gauges may be used as flags for each other
 *   <tr><th scope="row">Allocation<td>none after construction
 *   <tr><th scope="row">Complexity<td>constant
 *   <tr><th scope="row">Bound<td>a {@code long}, from whose end it goes on at the other, as {@code long}s do,
 *       so that what is added and subtracted again leaves no trace, whatever came between
 *   <tr><th scope="row">Memory<td>about 290 bytes, the word on cache lines of its own
 * </table>
 *
 * <p>Source: none but the processor's own atomic instructions.
 */
@SuppressWarnings("exports") // the superclass is padding, with nothing in it for users
public final class Gauge extends PaddedLong {
  /*
   * Each operation is one access of one word. Reads and sets are volatile, and not acquire and
   * release: two gauges used as flags for each other (I raise mine, then look at yours) need the
   * load to stay behind the earlier store, without which the two objects together would not be
   * linearizable. On x86 a volatile read is a plain move; the set pays for it. An addition cannot
   * fail, so there is no loop and no pause.
   */

  /** A gauge at zero. */
  public Gauge() {
    super(0);
  }

  /**
   * The number.
   *
   * @return as it is now
   */
  public long get() {
    return wordVolatile();
  }

  /**
   * Makes it another number, whatever it was.
   *
   * @param value the number
   */
  public void set(long value) {
    setWordVolatile(value);
  }

  /**
   * Adds to it.
   *
   * @param amount how much, less than zero to subtract
   * @return the number that this has led to
   */
  public long add(long amount) {
    return getAndAddWord(amount) + amount;
  }

  /**
   * Adds one.
   *
   * @return the number that this has led to
   */
  public long increment() {
    return add(1);
  }

  /**
   * Subtracts one.
   *
   * @return the number that this has led to
   */
  public long decrement() {
    return add(-1);
  }

  /**
   * The number for a log line.
   *
   * @return for example {@code 42}
   */
  @Override
  public String toString() {
    return Long.toString(get());
  }
}
