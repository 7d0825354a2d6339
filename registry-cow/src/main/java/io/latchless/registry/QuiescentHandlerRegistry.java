package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.HazardSlots;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link HandlerRegistry} whose subscriptions can also wait until their handler is no longer
 * being called.
 *
 * <pre>{@code
 * QuiescentHandlerRegistry<String, OrderHandler> handlers = new QuiescentHandlerRegistry<>();
 * QuiescentSubscription audit = handlers.subscribe("placed", log::append);
 * ...
 * if (audit.closeAndAwaitQuiescence(Duration.ofSeconds(5))) {
 *   log.close();   // no handler appends to it any more
 * }
 * }</pre>
 *
 * <p>Everything else is as in {@link HandlerRegistry}. Use that class where a late call does no
 * harm. Here each dispatch also records which handlers it calls and when it is done. This costs two
 * atomic operations on a cache line that is hardly ever shared.
 *
 * <p>A handler that blocks delays the threads that await the end of its dispatch, and no others. A
 * throwable that leaves a dispatch, including a stack overflow, also ends it for those threads.
 *
 * <table class="plain">
 *   <caption>Contract, where it differs</caption>
 *   <tr><th scope="row">Progress<td>{@code dispatch}: lock-free, apart from the handlers; it looks
 *       the handlers up again if a handler of any key comes or goes at that moment. {@code
 *       closeAndAwaitQuiescence} parks
 *   <tr><th scope="row">Linearizable<td>yes, also together with other objects: the lookup is a
 *       volatile read
 *   <tr><th scope="row">Happens-before<td>everything that a thread did in the handler, or in any
 *       earlier part of a dispatch that could have called it, happens before the actions of another
 *       thread after {@code closeAndAwaitQuiescence} has returned true there
 *   <tr><th scope="row">Allocation<td>none in {@code dispatch}, once as many dispatches have run at
 *       the same time before, and unless a thread awaits its end
 *   <tr><th scope="row">Complexity<td>a dispatch whose end is awaited visits all waiting threads;
 *       any other visits none. {@code closeAndAwaitQuiescence}: each scan is linear in the slots
 *   <tr><th scope="row">Memory<td>about 330 bytes to begin with and 300 for every slot: four slots
 *       a processor, and more once more dispatches have run, or been nested, at the same time
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused
 * @param <H> the type of the handlers
 * @since 0.1.0
 */
public final class QuiescentHandlerRegistry<K, H> extends HandlerRegistry<K, H> {
  private final HazardSlots slots;

  /** Creates a registry without handlers. */
  public QuiescentHandlerRegistry() {
    this(4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));
  }

  QuiescentHandlerRegistry(int slots) {
    this.slots = new HazardSlots(slots);
  }

  @Override
  public QuiescentSubscription subscribe(K key, H handler) {
    return subscribe(key, handler, 0);
  }

  @Override
  public QuiescentSubscription subscribe(K key, H handler, int priority) {
    return (QuiescentSubscription) super.subscribe(key, handler, priority);
  }

  @Override
  public QuiescentSubscription subscribeAll(Collection<? extends K> keys, H handler, int priority) {
    return (QuiescentSubscription) super.subscribeAll(keys, handler, priority);
  }

  @Override
  Registration newRegistration(long id, LongConsumer remove) {
    return new QuiescentRegistration(id, remove, slots);
  }

  @Override
  public <A, X extends Throwable> int dispatch(
      K key, A event, HandlerCall<? super H, ? super A, X> call) throws X {
    requireNonNull(call, "call");
    return callProtected(key, event, call, null);
  }

  @Override
  @SuppressWarnings("unchecked") // what the call throws goes to failures
  public <A> int dispatch(
      K key,
      A event,
      HandlerCall<? super H, ? super A, ?> call,
      FailureHandler<? super H> failures) {
    requireNonNull(call, "call");
    requireNonNull(failures, "failures");
    return callProtected(
        key, event, (HandlerCall<? super H, ? super A, RuntimeException>) call, failures);
  }

  /**
   * Calls handlers that a hazard slot protects. Each retry means that a change has succeeded. No
   * method may be called between taking the slot and the try block, nor to empty the slot: see
   * {@link HazardSlots}.
   */
  private <A, X extends Throwable> int callProtected(
      K key,
      A event,
      HandlerCall<? super H, ? super A, X> call,
      @Nullable FailureHandler<? super H> failures)
      throws X {
    for (; ; ) {
      Table seen = tableVolatile();
      Handlers<H> found = handlersOf(seen, key);
      if (found.isEmpty()) {
        return 0;
      }
      HazardSlots.HazardSlot slot = slots.protect(found);
      try {
        if (tableVolatile() == seen) {
          return failures == null
              ? callAll(found, event, call)
              : callAll(found, event, call, failures);
        }
      } finally {
        slot.thread = null;
        slot.handlers = null;
        if (found.isAwaited) {
          slots.wake(found);
        }
      }
    }
  }

  /** Refers to the slots and not to the registry, so a closed one keeps no handlers alive. */
  private static final class QuiescentRegistration extends Registration
      implements QuiescentSubscription {
    private final HazardSlots slots;

    QuiescentRegistration(long id, LongConsumer remove, HazardSlots slots) {
      super(id, remove);
      this.slots = slots;
    }

    @Override
    public void closeAndAwaitQuiescence() throws InterruptedException {
      closeAndAwait(Long.MAX_VALUE);
    }

    @Override
    @CheckReturnValue
    public boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException {
      return closeAndAwait(Arguments.requireNanos(timeout, "timeout"));
    }

    private boolean closeAndAwait(long nanos) throws InterruptedException {
      long start = System.nanoTime();
      if (slots.isHeldBy(Thread.currentThread())) {
        throw new IllegalStateException(
            "closeAndAwaitQuiescence was called from within a dispatch of the same registry and"
                + " would wait for itself; call close instead");
      }
      close();
      return slots.awaitNoneFor(
          id(), nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start));
    }
  }
}
