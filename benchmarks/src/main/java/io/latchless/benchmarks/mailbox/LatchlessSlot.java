package io.latchless.benchmarks.mailbox;

import io.latchless.primitives.Mailbox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Adapts a {@link Mailbox}. */
record LatchlessSlot<T>(Mailbox<T> mailbox) implements Slot<T> {
  @Override
  public boolean offer(T value) {
    return mailbox.offer(value);
  }

  @Override
  public @Nullable T poll() {
    return mailbox.poll();
  }

  @Override
  public @Nullable T replace(T value) {
    return mailbox.replace(value);
  }

  @Override
  public T take() throws InterruptedException {
    return mailbox.take();
  }

  @Override
  public @Nullable T poll(Duration timeout) throws InterruptedException {
    return mailbox.poll(timeout);
  }

  @Override
  public boolean isEmpty() {
    return mailbox.isEmpty();
  }
}
