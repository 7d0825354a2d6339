package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.ThreadsInside;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps handlers by key, which are called far more often than they come and go.
 *
 * <pre>{@code
 * HandlerRegistry<String, OrderHandler> handlers = new HandlerRegistry<>();
 * HandlerSubscription audit = handlers.subscribe("placed", audit::record);
 * handlers.dispatch("placed", order, OrderHandler::onOrder);
 * audit.close();
 * }</pre>
 *
 * <p>Handlers of one key are called by priority, the highest first, and those of equal priority in
 * the order of their ids, which is that of registration but for those registered at the same time.
 * A dispatch calls those that were there when it started, whatever is subscribed or closed
 * meanwhile; a {@link QuiescentHandlerRegistry} can wait until it is over.
 *
 * <p>What a handler throws, of any type, ends a dispatch and is passed on, unless the dispatch was
 * given a {@link FailureHandler}, which may be a collector such as {@link HandlerFailures}: then
 * all are called.
 *
 * <p>All code of the user runs on the thread that calls the registry: handlers and failure handlers
 * on the one that dispatches. Nothing is held meanwhile. A handler that blocks holds back the rest
 * of its own dispatch only, and it may dispatch, subscribe and close in the same registry, or wait
 * for another thread that does. The methods of the keys run before anything is changed, again for
 * each lost compare-and-set; what they throw leaves the registry as it was. Where one of them
 * subscribes or closes in the registry itself, it makes its own change lose; after four such losses
 * it is refused with an {@link IllegalStateException}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code dispatch}, {@code handlerCount}: wait-free, but for what the
 *       handlers do; {@code subscribe}, {@code close}: lock-free, a lost compare-and-set pauses a bounded
 *       time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>{@code subscribe}, {@code close}, and {@code dispatch} at the moment at
 *       which it looks the handlers up; each registry by itself, since that look is an acquire read,
 *       which may come before what its thread has stored elsewhere just before
 *   <tr><th scope="row">Happens-before<td>what a thread did before it subscribed a handler happens before the
 *       handler is called
 *   <tr><th scope="row">Allocation<td>none in {@code dispatch}, if the call given to it captures nothing
 *   <tr><th scope="row">Complexity<td>{@code dispatch}: one lookup and one step a handler; {@code subscribe},
 *       {@code close}: linear in the handlers of the key; one that needs room for twice as many keys as before
 *       copies all of them, if there are at most 256; up to so many keys of equal hash codes are looked up
 *       one after the other
 *   <tr><th scope="row">Memory<td>about 48 bytes, 128 for a key with one handler and 39 for each further one;
 *       nothing is left of a key without handlers
 *   <tr><th scope="row">Zero means<td>{@code dispatch}, {@code handlerCount}: the key has no handlers
 * </table>
 *
 * @param <K> the type of the keys, whose {@code equals} and {@code hashCode} must not change; null
 *     is refused; the key that is asked for is asked whether it equals the one that is there
 * @param <H> the type of the handlers
 */
public sealed class HandlerRegistry<K, H> permits QuiescentHandlerRegistry {
  /*
   * One immutable table from keys to handlers, replaced as a whole by compare-and-set. An array of
   * handlers is never written once it is in a table, so that a dispatch can go through it while others
   * subscribe and close. A dispatch reads the table with acquire, which is all that is needed to see
   * what was written into it before it was published. A change reads it with volatile semantics:
   * where another thread has removed the handler already, that read is all that comes before the look
   * at the slots of a quiescent close.
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

  /** A change that has lost so often may be one that a key's own methods keep from succeeding. */
  private static final int SUSPICIOUS_LOSSES = 4;

  static {
    // A class whose initializer runs into the end of a stack is lost for good. So all of them are
    // initialized with the first registry; the two keys have equal hash codes.
    Edit edit = Edit.single();
    Table two = SegmentedTable.EMPTY.put(edit, "Aa", Handlers.none()).put(edit, "BB", "");
    TableKind.HANDLERS.remove(TrieTable.of(two), edit, "Aa");
  }

  private volatile Table table = SegmentedTable.EMPTY;

  /** Null until a change loses often. */
  private volatile @Nullable ThreadsInside running;

  private final AtomicLong lastId = new AtomicLong();

  /** Creates a registry without handlers. */
  public HandlerRegistry() {}

  /**
   * Adds a handler for a key, with priority 0.
   *
   * @param key the key
   * @param handler the handler; one that is subscribed twice is called twice
   * @return the subscription, to be closed when the handler is to be called no more
   */
  public HandlerSubscription subscribe(K key, H handler) {
    return subscribe(key, handler, 0);
  }

  /**
   * Adds a handler for a key.
   *
   * @param key the key
   * @param handler the handler; one that is subscribed twice is called twice
   * @param priority the higher, the earlier
   * @return the subscription, to be closed when the handler is to be called no more
   */
  public HandlerSubscription subscribe(K key, H handler, int priority) {
    return subscribeAll(List.of(requireNonNull(key, "key")), handler, priority);
  }

  /**
   * Adds a handler for several keys: from one moment on for all of them, until one moment.
   *
   * @param keys the keys, not empty, copied; one that is there twice counts once
   * @param handler the handler
   * @param priority the higher, the earlier, for each of the keys
   * @return the subscription, to be closed when the handler is to be called no more
   * @throws IllegalArgumentException if there is no key
   */
  public HandlerSubscription subscribeAll(Collection<? extends K> keys, H handler, int priority) {
    List<K> distinct = distinct(keys);
    requireNonNull(handler, "handler");
    long id = lastId.incrementAndGet();
    Handlers.Entry<H> entry = new Handlers.Entry<>(handler, priority, id);
    // First, so that no handler is left subscribed without a way to close it.
    Registration registration =
        newRegistration(id, closed -> update(distinct, present -> present.without(closed)));
    update(distinct, present -> present.with(entry));
    return registration;
  }

  Registration newRegistration(long id, LongConsumer remove) {
    return new Registration(id, remove);
  }

  /**
   * Calls the handlers of a key, one after the other on this thread. What one of them throws is
   * passed on at once, and those after it are not called.
   *
   * @param key the key
   * @param event what they are given
   * @param call calls one of them
   * @param <A> the type of the event
   * @return how many there were
   */
  public <A> int dispatch(K key, A event, BiConsumer<? super H, ? super A> call) {
    requireNonNull(call, "call");
    return callAll(handlersOf(tableAcquire(), key), event, call);
  }

  /**
   * Calls the handlers of a key, one after the other on this thread, and all of them, whatever they
   * throw.
   *
   * @param key the key
   * @param event what they are given
   * @param call calls one of them
   * @param failures is told of each that throws, before the next one is called
   * @param <A> the type of the event
   * @return how many there were
   */
  public <A> int dispatch(
      K key, A event, BiConsumer<? super H, ? super A> call, FailureHandler<? super H> failures) {
    requireNonNull(call, "call");
    requireNonNull(failures, "failures");
    return callAll(handlersOf(tableAcquire(), key), event, call, failures);
  }

  /**
   * Returns how many handlers a key has.
   *
   * @param key the key
   * @return the number
   */
  public int handlerCount(K key) {
    return handlersOf(tableAcquire(), key).size();
  }

  /**
   * Returns how many keys have handlers.
   *
   * @return the number
   */
  public int keyCount() {
    return tableAcquire().size();
  }

  static <H, A> int callAll(Handlers<H> handlers, A event, BiConsumer<? super H, ? super A> call) {
    int size = handlers.size();
    for (int i = 0; i < size; i++) {
      call.accept(handlers.get(i), event);
    }
    return size;
  }

  static <H, A> int callAll(
      Handlers<H> handlers,
      A event,
      BiConsumer<? super H, ? super A> call,
      FailureHandler<? super H> failures) {
    int size = handlers.size();
    for (int i = 0; i < size; i++) {
      H handler = handlers.get(i);
      try {
        call.accept(handler, event);
      } catch (Throwable thrown) {
        failures.onFailure(handler, thrown);
      }
    }
    return size;
  }

  /**
   * Returns the table, ordered after what this thread has stored with volatile semantics before.
   */
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

  /** Replaces the handlers of some keys, all at once; does nothing where nothing would change. */
  private void update(List<K> keys, UnaryOperator<Handlers<H>> change) {
    ThreadsInside present = running;
    if (present != null && present.hasCurrent()) {
      throw new IllegalStateException(
          "a key or a handler must not change the registry that compares it");
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
