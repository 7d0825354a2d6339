package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A registry of handlers by dotted origin. An emission moves upward from its origin to each parent
 * and then to the global handlers.
 *
 * <pre>{@code
 * ScopedHandlerRegistry<OrderHandler> handlers = new ScopedHandlerRegistry<>();
 * handlers.subscribe("orders.eu.berlin", berlin);
 * handlers.subscribe("orders", sales);
 * handlers.subscribe(ScopedHandlerRegistry.GLOBAL, fallback);
 * handlers.subscribe(ScopedHandlerRegistry.CATCH_ALL, audit);
 * // calls berlin, sales, fallback, audit
 * handlers.emit("orders.eu.berlin", order, OrderHandler::onOrder);
 * // calls sales, fallback, audit
 * handlers.emit("orders.us", order, OrderHandler::onOrder);
 * }</pre>
 *
 * <p>An emission calls, in this order:
 *
 * <ol>
 *   <li>the handlers of the origin itself,
 *   <li>those of each parent, the nearest first; the parents of {@code a.b.c} are {@code a.b} and
 *       {@code a},
 *   <li>those of {@link #GLOBAL},
 *   <li>those of {@link #CATCH_ALL}, which no handler can stop.
 * </ol>
 *
 * <p>Within a level, handlers of higher priority come first; those of equal priority are called in
 * the order of registration, see {@link HandlerSubscription#id}. A handler that is subscribed at
 * two levels is called at both. A handler that returns {@link Propagation#STOP} ends steps 1 to 3.
 *
 * <p>An emission calls the handlers that were there when it started, whatever is subscribed or
 * closed meanwhile. The emitting thread makes all calls, one after the other, and no lock is held
 * meanwhile. A handler that blocks delays only the rest of its own emission. It may emit, subscribe
 * and close in the same registry, or wait for another thread that does. A throwable of any type
 * from a handler ends the emission and is passed on, unless a {@link FailureHandler} was given.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code emit}, {@code originCount}: wait-free, apart from the
 *       handlers; {@code subscribe}, {@code close}: lock-free, a lost compare-and-set pauses a
 *       bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>{@code subscribe}, {@code close}, and {@code emit} at the
 *       moment of its lookup; for each registry by itself, because the lookup is an acquire read,
 *       which may overtake earlier stores of the same thread to other objects
 *   <tr><th scope="row">Happens-before<td>the actions of a thread before it subscribed a handler
 *       happen before the handler is called
 *   <tr><th scope="row">Allocation<td>none in {@code emit}, if the call given to it captures
 *       nothing; {@code subscribe}, {@code close}: two arrays of all origins with handlers, and up
 *       to 32 references for each of them at and below the origin
 *   <tr><th scope="row">Complexity<td>{@code emit}: one lookup if the origin has handlers of its
 *       own, else one for each parent up to the nearest that has; one step per handler. If many
 *       origins with handlers have equal hash codes, a lookup is logarithmic in the number of
 *       origins with handlers. {@code subscribe}, {@code close}: linear in the handlers of the
 *       origin and in the number of origins with handlers, however many levels they have
 *   <tr><th scope="row">Memory<td>about 48 bytes, 151 for an origin with one handler and 42 for
 *       each further one; 16 more if parents have handlers, and 4 for each of up to 32 of these;
 *       nothing is left of an origin without handlers
 *   <tr><th scope="row">False means<td>{@code emit}: a handler has stopped the emission
 * </table>
 *
 * @param <H> the type of the handlers
 * @since 0.1.0
 */
public final class ScopedHandlerRegistry<H> {
  /** The origin of global handlers, which are called after those of all other levels. */
  public static final String GLOBAL = "";

  /** The origin of handlers that every emission calls last, even if a handler stopped it. */
  public static final String CATCH_ALL = "*";

  /*
   * One immutable snapshot with prepared chains, replaced as a whole by compare-and-set and read
   * with acquire. A chain is never written once it is in a snapshot, so acquire is enough.
   */

  private static final Backoff BACKOFF = new Backoff();
  private static final VarHandle SCOPES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "scopes",
          VarHandle.class,
          ScopedHandlerRegistry.class,
          Scopes.class);

  private volatile Scopes<H> scopes = Scopes.none();
  private final AtomicLong lastId = new AtomicLong();

  /** Creates a registry without handlers. */
  public ScopedHandlerRegistry() {}

  /**
   * Adds a handler for emissions from an origin or from below it, with priority 0.
   *
   * @param origin names separated by dots, {@link #GLOBAL} or {@link #CATCH_ALL}
   * @param handler the handler
   * @return the subscription; close it to remove the handler
   * @throws IllegalArgumentException if one of the names in {@code origin} is empty
   */
  public HandlerSubscription subscribe(String origin, H handler) {
    return subscribe(origin, handler, 0);
  }

  /**
   * Adds a handler for emissions from an origin or from below it.
   *
   * @param origin names separated by dots, {@link #GLOBAL} or {@link #CATCH_ALL}
   * @param handler the handler
   * @param priority handlers of higher priority are called earlier, among those of the same origin
   * @return the subscription; close it to remove the handler
   * @throws IllegalArgumentException if one of the names in {@code origin} is empty
   */
  public HandlerSubscription subscribe(String origin, H handler, int priority) {
    requireNonNull(handler, "handler");
    requireNames(origin);
    long id = lastId.incrementAndGet();
    Handlers.Entry<H> entry = new Handlers.Entry<>(handler, priority, id);
    // Created first, so that no handler is left subscribed without a way to close it.
    Registration registration =
        new Registration(id, closed -> update(origin, present -> present.without(closed)));
    update(origin, present -> present.with(entry));
    return registration;
  }

  /**
   * Calls the handlers that an origin reaches, until one of them stops the emission, and then those
   * of {@link #CATCH_ALL}. If a handler throws, the throwable is passed on at once, and no other
   * handler is called.
   *
   * @param origin where the event comes from; it needs no handlers of its own
   * @param event the event that is passed to the handlers
   * @param call calls one handler with the event and returns whether to continue, never null
   * @param <A> the type of the event
   * @param <X> the checked exception that the call declares, if any
   * @return false if a handler has stopped the emission
   * @throws X as the first call that throws
   */
  public <A, X extends Throwable> boolean emit(
      String origin, A event, ScopedHandlerCall<? super H, ? super A, X> call) throws X {
    return callAll(origin, event, call, null);
  }

  /**
   * Calls the handlers that an origin reaches, until one of them stops the emission, and then those
   * of {@link #CATCH_ALL}. A handler that throws does not stop it.
   *
   * @param origin where the event comes from; it needs no handlers of its own
   * @param event the event that is passed to the handlers
   * @param call calls one handler with the event; it may throw anything
   * @param failures is called for each handler that throws, before the next handler is called
   * @param <A> the type of the event
   * @return false if a handler has stopped the emission
   */
  @SuppressWarnings("unchecked") // what the call throws goes to failures
  public <A> boolean emit(
      String origin,
      A event,
      ScopedHandlerCall<? super H, ? super A, ?> call,
      FailureHandler<? super H> failures) {
    requireNonNull(failures, "failures");
    return callAll(
        origin, event, (ScopedHandlerCall<? super H, ? super A, RuntimeException>) call, failures);
  }

  /**
   * Returns how many origins have handlers of their own, including {@link #GLOBAL} but not {@link
   * #CATCH_ALL}.
   *
   * @return 0 if there are none
   */
  public int originCount() {
    return scopes.size();
  }

  @SuppressWarnings("unchecked") // chains hold only handlers
  private <A, X extends Throwable> boolean callAll(
      String origin,
      A event,
      ScopedHandlerCall<? super H, ? super A, X> call,
      @Nullable FailureHandler<? super H> failures)
      throws X {
    requireNonNull(origin, "origin");
    requireNonNull(call, "call");
    Scopes<H> seen = scopesAcquire();
    boolean goesOn = true;
    for (Scopes.Scope<H> scope = seen.nearest(origin);
        scope != null && goesOn;
        scope = scope.rest()) {
      Object[] chain = scope.chain();
      for (int i = 0; i < chain.length && goesOn; i++) {
        goesOn = call((H) chain[i], event, call, failures) != Propagation.STOP;
      }
    }
    Handlers<H> catchAll = seen.catchAll();
    for (int i = 0; i < catchAll.size(); i++) {
      call(catchAll.get(i), event, call, failures);
    }
    return goesOn;
  }

  private static <H, A, X extends Throwable> Propagation call(
      H handler,
      A event,
      ScopedHandlerCall<? super H, ? super A, X> call,
      @Nullable FailureHandler<? super H> failures)
      throws X {
    try {
      return requireNonNull(call.call(handler, event), "call must not return null");
    } catch (Throwable thrown) {
      if (failures == null) {
        throw thrown;
      }
      failures.onFailure(handler, thrown);
      return Propagation.CONTINUE;
    }
  }

  private void update(String origin, UnaryOperator<Handlers<H>> change) {
    int losses = 0;
    for (; ; ) {
      Scopes<H> seen = scopesAcquire();
      Scopes<H> next =
          origin.equals(CATCH_ALL) ? seen.withCatchAll(change) : seen.with(origin, change);
      if (next == seen || SCOPES.compareAndSet(this, seen, next)) {
        return;
      }
      BACKOFF.pause(losses++);
    }
  }

  @SuppressWarnings("unchecked") // only values of this type are stored there
  private Scopes<H> scopesAcquire() {
    return (Scopes<H>) SCOPES.getAcquire(this);
  }

  private static void requireNames(String origin) {
    requireNonNull(origin, "origin");
    if (!origin.isEmpty()
        && (origin.startsWith(".") || origin.endsWith(".") || origin.contains(".."))) {
      throw new IllegalArgumentException(
          "origin must be names separated by single dots, was \"" + origin + "\"");
    }
  }
}
