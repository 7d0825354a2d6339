package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps handlers by key whose subscriptions can also wait until their handler is no longer being
 * called.
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
 * <p>All else is as in {@link HandlerRegistry}. Take that one where a late call does no harm: here
 * every dispatch has to record what it is going through and when it has done so, which costs two
 * atomic operations on a cache line that it hardly ever shares.
 *
 * <p>A handler that blocks holds back the threads that await the end of its dispatch, and no
 * others. Whatever is thrown, a stack overflow included, ends the dispatch that it leaves.
 *
 * <table class="plain">
 *   <caption>Contract, where it differs</caption>
 *   <tr><th scope="row">Progress<td>{@code dispatch}: lock-free, but for what the handlers do; it looks again
 *       when a handler of any key comes or goes just then. {@code closeAndAwaitQuiescence} parks
 *   <tr><th scope="row">Linearizable<td>yes, also together with other objects: the look is a volatile read
 *   <tr><th scope="row">Happens-before<td>what a thread did in the handler, or in any earlier part of a dispatch
 *       that could have called it, happens before what another does after {@code closeAndAwaitQuiescence}
 *       has returned true
 *   <tr><th scope="row">Allocation<td>none in {@code dispatch}, once as many have run at the same time before,
 *       and unless a thread awaits its end
 *   <tr><th scope="row">Complexity<td>a dispatch whose end a thread awaits looks at all threads that wait; one
 *       whose end none awaits does not. {@code closeAndAwaitQuiescence}: each look is linear in the slots
 *   <tr><th scope="row">Memory<td>about 330 bytes to begin with and 300 for every slot: four slots a processor, and more once
 *       more dispatches have run, or been nested, at the same time
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused
 * @param <H> the type of the handlers
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
  public <A> int dispatch(K key, A event, BiConsumer<? super H, ? super A> call) {
    requireNonNull(call, "call");
    return callProtected(key, event, call, null);
  }

  @Override
  public <A> int dispatch(
      K key, A event, BiConsumer<? super H, ? super A> call, FailureHandler<? super H> failures) {
    requireNonNull(call, "call");
    return callProtected(key, event, call, requireNonNull(failures, "failures"));
  }

  /**
   * Each further turn means that a change has succeeded. No method is called between taking the
   * slot and the try block, nor to empty the slot: {@link HazardSlots} says why.
   */
  private <A> int callProtected(
      K key,
      A event,
      BiConsumer<? super H, ? super A> call,
      @Nullable FailureHandler<? super H> failures) {
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

  /** Knows the slots and not the registry, so that a closed one keeps no handlers. */
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
    public boolean closeAndAwaitQuiescence(Duration timeout) throws InterruptedException {
      return closeAndAwait(Arguments.requireNanos(timeout, "timeout"));
    }

    private boolean closeAndAwait(long nanos) throws InterruptedException {
      long start = System.nanoTime();
      if (slots.isHeldBy(Thread.currentThread())) {
        throw new IllegalStateException(
            "closeAndAwaitQuiescence was called by a thread that is in a dispatch of this registry itself"
                + " and would wait for its own end; call close there");
      }
      close();
      return slots.awaitNoneFor(
          id(), nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start));
    }
  }
}
