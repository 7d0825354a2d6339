package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Handlers by key, called far more often than they come and go.
 *
 * <pre>{@code
 * HandlerRegistry<String, OrderHandler> handlers = new HandlerRegistry<>();
 * Subscription audit = handlers.subscribe("placed", audit::record);
 * handlers.dispatch("placed", order, OrderHandler::onOrder);
 * audit.close();
 * }</pre>
 *
 * <p>Handlers of one key are called by priority, the highest first, and those of equal priority in
 * the order of registration. A dispatch calls those that were there when it started, whatever is
 * subscribed or closed meanwhile.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code dispatch}: wait-free, but for what the handlers do; {@code
 *       subscribe}, {@code close}: lock-free, a lost compare-and-set pauses a bounded time, see {@link
 *       Backoff}
 *   <tr><th scope="row">Linearizable<td>{@code subscribe}, {@code close}, and {@code dispatch} at the moment at
 *       which it looks the handlers up
 *   <tr><th scope="row">Happens-before<td>what a thread did before it subscribed a handler happens before the
 *       handler is called
 *   <tr><th scope="row">Allocation<td>none in {@code dispatch}, if the call given to it captures nothing
 *   <tr><th scope="row">Complexity<td>{@code dispatch}: one lookup and one step a handler; {@code subscribe},
 *       {@code close}: linear in the handlers of the key
 * </table>
 *
 * @param <K> the type of the keys
 * @param <H> the type of the handlers
 */
public final class HandlerRegistry<K, H> {
  /*
   * One immutable table from keys to arrays of handlers, replaced as a whole by compare-and-set. An
   * array is never written once it is in a table, so that a dispatch can go through it while others
   * subscribe and close. The table is read with acquire, which is all that is needed to see what was
   * written into it before it was published.
   */

  private static final Backoff BACKOFF = new Backoff();

  private final AtomicReference<Table> handlers = new AtomicReference<>(FlatTable.EMPTY);
  private final AtomicLong lastId = new AtomicLong();

  /** A registry without handlers. */
  public HandlerRegistry() {}

  /**
   * Has a handler called for a key, with priority 0.
   *
   * @param key the key
   * @param handler the handler; one that is subscribed twice is called twice
   * @return to be closed when it is to be called no more
   */
  public Subscription subscribe(K key, H handler) {
    return subscribe(key, handler, 0);
  }

  /**
   * Has a handler called for a key.
   *
   * @param key the key
   * @param handler the handler; one that is subscribed twice is called twice
   * @param priority the higher, the earlier
   * @return to be closed when it is to be called no more
   */
  public Subscription subscribe(K key, H handler, int priority) {
    return subscribe(List.of(key), handler, priority);
  }

  /**
   * Has a handler called for several keys: from one moment on for all of them, until one moment.
   *
   * @param keys the keys, not empty; one that is there twice counts once
   * @param handler the handler
   * @param priority the higher, the earlier, for each of the keys
   * @return to be closed when it is to be called no more
   * @throws IllegalArgumentException if there is no key
   */
  public Subscription subscribe(Collection<? extends K> keys, H handler, int priority) {
    requireNonNull(handler, "handler");
    Set<K> distinct = new LinkedHashSet<>(keys);
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("keys must not be empty");
    }
    distinct.forEach(key -> requireNonNull(key, "key"));
    Entry entry = new Entry(distinct, lastId.incrementAndGet());
    Handlers.Entry<H> added = new Handlers.Entry<>(handler, priority, entry.id);
    update(distinct, present -> present == null ? Handlers.of(added) : present.with(added));
    return entry;
  }

  /**
   * Calls the handlers of a key. What one of them throws is passed on at once, and those after it
   * are not called.
   *
   * @param key the key
   * @param event what they are given
   * @param call calls one of them
   * @param <A> the type of the event
   * @return how many there were
   */
  public <A> int dispatch(K key, A event, BiConsumer<? super H, ? super A> call) {
    Handlers<H> called = handlersOf(key);
    if (called == null) {
      return 0;
    }
    int size = called.size();
    for (int i = 0; i < size; i++) {
      call.accept(called.get(i), event);
    }
    return size;
  }

  @SuppressWarnings("unchecked") // only update puts values in
  private @Nullable Handlers<H> handlersOf(K key) {
    return (Handlers<H>) handlers.getAcquire().get(requireNonNull(key, "key"));
  }

  private void update(Set<K> keys, UnaryOperator<@Nullable Handlers<H>> change) {
    int losses = 0;
    for (; ; ) {
      Table seen = handlers.getAcquire();
      if (handlers.compareAndSet(seen, changed(seen, keys, change))) {
        return;
      }
      BACKOFF.pause(losses++);
    }
  }

  @SuppressWarnings("unchecked") // only update puts values in
  private Table changed(Table seen, Set<K> keys, UnaryOperator<@Nullable Handlers<H>> change) {
    Edit edit = keys.size() == 1 ? Edit.single() : Edit.batch();
    Table next = seen;
    for (K key : keys) {
      Handlers<H> after = change.apply((Handlers<H>) next.get(key));
      next = after == null ? next.remove(edit, key) : next.put(edit, key, after);
    }
    return next;
  }

  private final class Entry implements Subscription {
    private final Set<K> keys;
    private final long id;
    private final AtomicBoolean closed = new AtomicBoolean();

    Entry(Set<K> keys, long id) {
      this.keys = keys;
      this.id = id;
    }

    @Override
    public long id() {
      return id;
    }

    @Override
    public boolean isClosed() {
      return closed.get();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        update(keys, present -> present == null ? null : present.without(id));
      }
    }
  }
}
