package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.ThreadsInside;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A registry of handlers by key, for handlers that are called far more often than they come and go.
 *
 * <pre>{@code
 * HandlerRegistry<String, OrderHandler> handlers = new HandlerRegistry<>();
 * HandlerSubscription audit = handlers.subscribe("placed", audit::record);
 * handlers.dispatch("placed", order, OrderHandler::onOrder);
 * audit.close();
 * }</pre>
 *
 * <p>Handlers of one key are called by priority, the highest first. Handlers of equal priority are
 * called in the order of their ids, which is the order of registration, except for registrations at
 * the same time. A dispatch calls the handlers that were there when it started, whatever is
 * subscribed or closed meanwhile. A {@link QuiescentHandlerRegistry} can wait until it is over.
 *
 * <p>A throwable of any type from a handler ends the dispatch and is passed on to its caller. A
 * dispatch that was given a {@link FailureHandler}, such as the collector {@link HandlerFailures},
 * calls all handlers instead.
 *
 * <p>All user code runs on the thread that calls the registry: handlers and failure handlers on the
 * dispatching thread. No lock is held meanwhile. A handler that blocks delays only the rest of its
 * own dispatch. It may dispatch, subscribe and close in the same registry, or wait for another
 * thread that does.
 *
 * <p>The methods of the keys run before anything is changed, and again for each lost
 * compare-and-set. If one throws, the registry is unchanged. If a method of a key subscribes or
 * closes in the registry itself, it makes the surrounding change lose. After four such losses it is
 * refused with an {@link IllegalStateException}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code dispatch}, {@code keys}, {@code handlers}, {@code
 *       handlerCount}, {@code keyCount}: wait-free, apart from the handlers; {@code subscribe},
 *       {@code close}: lock-free, a lost compare-and-set pauses a bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>{@code subscribe}, {@code close}, the reads, and {@code
 *       dispatch} at the moment of its lookup; for each registry by itself, because the lookup is
 *       an acquire read, which may overtake earlier stores of the same thread to other objects
 *   <tr><th scope="row">Happens-before<td>the actions of a thread before it subscribed a handler
 *       happen before the handler is called
 *   <tr><th scope="row">Allocation<td>none in {@code dispatch}, if the call given to it captures
 *       nothing; {@code subscribe}: a registration, the handlers of each key, and the path to them;
 *       {@code close}: the remaining handlers of each key
 *   <tr><th scope="row">Complexity<td>{@code dispatch}: one lookup and one step per handler; {@code
 *       subscribe}, {@code close}: linear in the handlers of the key. Up to 256 keys, a change that
 *       doubles the room for keys copies all of them, and keys with equal hash codes are searched
 *       one after the other
 *   <tr><th scope="row">Memory<td>about 48 bytes, 128 for a key with one handler and 39 for each
 *       further one; nothing is left of a key without handlers
 *   <tr><th scope="row">Zero means<td>{@code dispatch}, {@code handlerCount}: the key has no
 *       handlers
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused; {@code equals} is called on the key that is looked up, not on the stored one
 * @param <H> the type of the handlers
 * @since 0.1.0
 */
public sealed class HandlerRegistry<K, H> permits QuiescentHandlerRegistry {
  /*
   * One immutable table from keys to handlers, replaced as a whole by compare-and-set. An array of
   * handlers is never written once it is in a table, so a dispatch can iterate over it while other
   * threads subscribe and close.
   *
   * A dispatch reads the table with acquire, which is enough to see everything that was written
   * into it before it was published. A change reads it with volatile semantics: if another thread
   * has removed the handler already, that read is the only access that orders a quiescent close
   * before its scan of the slots.
   */

  private static final Backoff BACKOFF = new Backoff();
  private static final VarHandle TABLE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "table", VarHandle.class, HandlerRegistry.class, Table.class);

  private static final VarHandle RUNNING =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "running",
          VarHandle.class,
          HandlerRegistry.class,
          ThreadsInside.class);

  /** After so many losses a key's own methods may be what keeps the change from succeeding. */
  private static final int SUSPICIOUS_LOSSES = 4;

  static {
    // A class whose initializer overflows the stack stays unusable. So the first registry
    // initializes all of them. The two keys have equal hash codes.
    Edit edit = Edit.single();
    Table two = SegmentedTable.EMPTY.put(edit, "Aa", Handlers.none()).put(edit, "BB", "");
    TableKind.HANDLERS.remove(TrieTable.of(two), edit, "Aa");
  }

  private volatile Table table = SegmentedTable.EMPTY;

  /** Records the threads that run methods of keys; null until a change has lost often. */
  private volatile @Nullable ThreadsInside running;

  private final AtomicLong lastId = new AtomicLong();

  /** Creates a registry without handlers. */
  public HandlerRegistry() {}

  /**
   * Adds a handler for a key, with priority 0.
   *
   * @param key the key
   * @param handler the handler; one that is subscribed twice is called twice
   * @return the subscription; close it to remove the handler
   */
  public HandlerSubscription subscribe(K key, H handler) {
    return subscribe(key, handler, 0);
  }

  /**
   * Adds a handler for a key.
   *
   * @param key the key
   * @param handler the handler; one that is subscribed twice is called twice
   * @param priority handlers of higher priority are called earlier
   * @return the subscription; close it to remove the handler
   */
  public HandlerSubscription subscribe(K key, H handler, int priority) {
    return subscribeAll(List.of(requireNonNull(key, "key")), handler, priority);
  }

  /**
   * Adds a handler for several keys. It appears under all of them at one moment, and closing
   * removes it from all of them at one moment.
   *
   * @param keys the keys, not empty, copied; a duplicate counts once
   * @param handler the handler
   * @param priority handlers of higher priority are called earlier, for each of the keys
   * @return the subscription; close it to remove the handler
   * @throws IllegalArgumentException if there is no key
   */
  public HandlerSubscription subscribeAll(Collection<? extends K> keys, H handler, int priority) {
    List<K> distinct = distinct(keys);
    requireNonNull(handler, "handler");
    long id = lastId.incrementAndGet();
    Handlers.Entry<H> entry = new Handlers.Entry<>(handler, priority, id);
    // Created first, so that no handler is left subscribed without a way to close it.
    Registration registration =
        newRegistration(id, closed -> update(distinct, present -> present.without(closed)));
    update(distinct, present -> present.with(entry));
    return registration;
  }

  Registration newRegistration(long id, LongConsumer remove) {
    return new Registration(id, remove);
  }

  /**
   * Calls the handlers of a key, one after the other on this thread. If a handler throws, the
   * throwable is passed on at once, and the handlers after it are not called.
   *
   * @param key the key
   * @param event the event that is passed to the handlers
   * @param call calls one handler with the event
   * @param <A> the type of the event
   * @param <X> the checked exception that the call declares, if any
   * @return the number of handlers
   * @throws X as the first call that throws
   */
  public <A, X extends Throwable> int dispatch(
      K key, A event, HandlerCall<? super H, ? super A, X> call) throws X {
    requireNonNull(call, "call");
    return callAll(handlersOf(tableAcquire(), key), event, call);
  }

  /**
   * Calls all handlers of a key, one after the other on this thread, even if some of them throw.
   *
   * @param key the key
   * @param event the event that is passed to the handlers
   * @param call calls one handler with the event; it may throw anything
   * @param failures is called for each handler that throws, before the next handler is called
   * @param <A> the type of the event
   * @return the number of handlers
   */
  public <A> int dispatch(
      K key,
      A event,
      HandlerCall<? super H, ? super A, ?> call,
      FailureHandler<? super H> failures) {
    requireNonNull(call, "call");
    requireNonNull(failures, "failures");
    return callAll(handlersOf(tableAcquire(), key), event, call, failures);
  }

  /**
   * Returns the keys that have handlers, in no particular order.
   *
   * @return an unmodifiable copy, as of one moment
   */
  @SuppressWarnings("unchecked") // only update puts keys in
  public Set<K> keys() {
    Set<K> keys = new HashSet<>();
    tableAcquire().forEach((key, handlers) -> keys.add((K) key));
    return Collections.unmodifiableSet(keys);
  }

  /**
   * Returns the handlers of a key, in the order in which they are called.
   *
   * @param key the key
   * @return an unmodifiable list, as of one moment; empty if there are none
   */
  @SuppressWarnings("unchecked") // only update puts handlers in
  public List<H> handlers(K key) {
    return (List<H>) List.of(handlersOf(tableAcquire(), key).array());
  }

  /**
   * Returns how many handlers a key has.
   *
   * @param key the key
   * @return 0 if it has none
   */
  public int handlerCount(K key) {
    return handlersOf(tableAcquire(), key).size();
  }

  /**
   * Returns how many keys have handlers.
   *
   * @return 0 if there are no handlers
   */
  public int keyCount() {
    return tableAcquire().size();
  }

  static <H, A, X extends Throwable> int callAll(
      Handlers<H> handlers, A event, HandlerCall<? super H, ? super A, X> call) throws X {
    int size = handlers.size();
    for (int i = 0; i < size; i++) {
      call.call(handlers.get(i), event);
    }
    return size;
  }

  static <H, A> int callAll(
      Handlers<H> handlers,
      A event,
      HandlerCall<? super H, ? super A, ?> call,
      FailureHandler<? super H> failures) {
    int size = handlers.size();
    for (int i = 0; i < size; i++) {
      H handler = handlers.get(i);
      try {
        call.call(handler, event);
      } catch (Throwable thrown) {
        failures.onFailure(handler, thrown);
      }
    }
    return size;
  }

  /** Returns the table. The read is ordered after all earlier volatile stores of this thread. */
  final Table tableVolatile() {
    return table;
  }

  private Table tableAcquire() {
    return (Table) TABLE.getAcquire(this);
  }

  @SuppressWarnings("unchecked") // only update puts values in
  final Handlers<H> handlersOf(Table table, K key) {
    Object found = table.get(requireNonNull(key, "key"));
    if (found == null) {
      return Handlers.none();
    }
    return (Handlers<H>) found;
  }

  private static <K> List<K> distinct(Collection<? extends K> keys) {
    Set<K> distinct = new LinkedHashSet<>();
    for (K key : requireNonNull(keys, "keys")) {
      distinct.add(requireNonNull(key, "key"));
    }
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("keys must have at least 1 element, had 0");
    }
    return List.copyOf(distinct);
  }

  /** Replaces the handlers of all given keys at once. Stores nothing if nothing would change. */
  private void update(List<K> keys, UnaryOperator<Handlers<H>> change) {
    ThreadsInside present = running;
    if (present != null && present.hasCurrent()) {
      throw new IllegalStateException("a key must not change the registry that compares it");
    }
    for (int losses = 0; ; losses++) {
      Table seen = tableVolatile();
      Table next =
          losses < SUSPICIOUS_LOSSES
              ? changed(seen, keys, change)
              : running().applied(table -> changed(table, keys, change), seen);
      if (next == seen || TABLE.compareAndSet(this, seen, next)) {
        return;
      }
      BACKOFF.pause(losses);
    }
  }

  private ThreadsInside running() {
    ThreadsInside present = running;
    if (present != null) {
      return present;
    }
    ThreadsInside created = new ThreadsInside();
    return RUNNING.compareAndSet(this, null, created) ? created : running();
  }

  private Table changed(Table seen, List<K> keys, UnaryOperator<Handlers<H>> change) {
    Edit edit = keys.size() == 1 ? Edit.single() : Edit.batch();
    Table next = seen;
    for (K key : keys) {
      Handlers<H> after = change.apply(handlersOf(next, key));
      next =
          after.isEmpty()
              ? TableKind.HANDLERS.remove(next, edit, key)
              : TableKind.HANDLERS.put(next, edit, key, after);
    }
    return next;
  }
}
