package io.latchless.ringbuffer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands elements to a consumer whatever it throws, and throws that at the end. */
final class Batch {
  private Batch() {}

  /**
   * Hands those over that are there.
   *
   * @return how many
   */
  @SuppressWarnings("TooManyParameters") // a batch in an array would have to be allocated
  static <E> int hand(
      @Nullable E a,
      @Nullable E b,
      @Nullable E c,
      @Nullable E d,
      @Nullable E e,
      @Nullable E f,
      @Nullable E g,
      @Nullable E h,
      Consumer<? super E> consumer) {
    Throwable failure = hand(a, consumer, null);
    failure = hand(b, consumer, failure);
    failure = hand(c, consumer, failure);
    failure = hand(d, consumer, failure);
    failure = hand(e, consumer, failure);
    failure = hand(f, consumer, failure);
    failure = hand(g, consumer, failure);
    failure = hand(h, consumer, failure);
    rethrow(failure);
    return count(a) + count(b) + count(c) + count(d) + count(e) + count(f) + count(g) + count(h);
  }

  private static int count(@Nullable Object element) {
    return element == null ? 0 : 1;
  }

  private static <E> @Nullable Throwable hand(
      @Nullable E element, Consumer<? super E> consumer, @Nullable Throwable failure) {
    if (element == null) {
      return failure;
    }
    try {
      consumer.accept(element);
      return failure;
    } catch (RuntimeException | Error thrown) {
      if (failure == null) {
        return thrown;
      }
      if (failure != thrown) {
        failure.addSuppressed(thrown);
      }
      return failure;
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
