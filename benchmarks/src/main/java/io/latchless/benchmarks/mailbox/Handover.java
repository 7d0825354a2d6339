package io.latchless.benchmarks.mailbox;

import io.latchless.primitives.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a {@link Mailbox} that a queue of capacity one supports too.
 *
 * @param <T> the type of the value
 */
public interface Handover<T> {
  /** See {@link Mailbox#offer}. */
  boolean offer(T value);

  /** See {@link Mailbox#poll()}. */
  @Nullable T poll();
}
