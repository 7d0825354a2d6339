package io.latchless.benchmarks.mailbox;

import io.latchless.primitives.Mailbox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The operations of {@link Mailbox}, for ours and the mutexes.
 *
 * @param <T> the type of the value
 */
public interface Slot<T> extends Handover<T> {
  /** See {@link Mailbox#replace}. */
  @Nullable T replace(T value);

  /** See {@link Mailbox#take}. */
  T take() throws InterruptedException;

  /** See {@link Mailbox#poll(Duration)}. */
  @Nullable T poll(Duration timeout) throws InterruptedException;

  /** See {@link Mailbox#isEmpty}. */
  boolean isEmpty();
}
