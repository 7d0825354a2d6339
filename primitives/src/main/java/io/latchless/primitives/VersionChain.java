package io.latchless.primitives;

import io.latchless.primitives.Padding.PaddedReference;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The current link of a chain of versions, and those who wait for a link.
 *
 * @param <N> the kind of link
 */
final class VersionChain<N> extends PaddedReference<N> {
  /*
   * A version is published by one compare-and-set of the current link; what comes after it decides
   * nothing. Waiters enlist first and look at the current link again afterwards; a writer publishes
   * first and looks for waiters afterwards. All four accesses are volatile, so at least one of the
   * two sees the other, and no wake-up is lost.
   */

  private final Backoff backoff = new Backoff();
  private final Waiters<N> waiters = new Waiters<>();

  VersionChain(N first) {
    super(first);
  }

  @SuppressWarnings("NullAway") // never null: starts with a link and goes from link to link
  N current() {
    return refVolatile();
  }

  /** Publishes a successor; after a failure the caller pauses before it tries again. */
  boolean tryAppend(N seen, N next) {
    if (!casRef(seen, next)) {
      return false;
    }
    waiters.changed(next);
    return true;
  }

  void pause() {
    backoff.pause();
  }

  /**
   * Parks until a link satisfies the condition, and returns it, or null after the time is up.
   *
   * @param wake tried by writers to spare a wake-up, so it must not run foreign code
   * @param condition tried by the waiting thread alone
   */
  @Nullable N await(Predicate<? super N> wake, Predicate<? super N> condition, long nanos)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    N link = currentIf(condition);
    return link != null || nanos == 0
        ? link
        : waiters.park(wake, () -> currentIf(condition), nanos);
  }

  private @Nullable N currentIf(Predicate<? super N> condition) {
    N link = current();
    return condition.test(link) ? link : null;
  }

  /** A future that is settled by the first link that decides it, and forgotten once it is done. */
  <R> CompletableFuture<R> when(
      Predicate<? super N> decided, BiConsumer<? super N, CompletableFuture<R>> settle) {
    CompletableFuture<R> future = new CompletableFuture<>();
    N link = current();
    if (decided.test(link)) {
      settle.accept(link, future);
    } else {
      waiters.enlist(this::current, decided, settle, future);
    }
    return future;
  }

  int waiterCount() {
    return waiters.count();
  }
}
