package io.latchless.registry;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps handlers by dotted origin, to which an emission goes upward: from the origin itself to each
 * of its parents and on to the global ones.
 *
 * <pre>{@code
 * ScopedHandlerRegistry<OrderHandler> handlers = new ScopedHandlerRegistry<>();
 * handlers.subscribe("orders.eu.berlin", berlin);
 * handlers.subscribe("orders", sales);
 * handlers.subscribe(ScopedHandlerRegistry.GLOBAL, fallback);
 * handlers.subscribe(ScopedHandlerRegistry.CATCH_ALL, audit);
 * handlers.emit("orders.eu.berlin", order, OrderHandler::onOrder);   // berlin, sales, fallback, audit
 * handlers.emit("orders.us", order, OrderHandler::onOrder);          // sales, fallback, audit
 * }</pre>
 *
 * <p>The order is
 *
 * <ol>
 *   <li>the handlers of the origin itself,
 *   <li>those of each parent, the nearest first: of {@code a.b.c} these are {@code a.b} and {@code
 *       a},
 *   <li>those of {@link #GLOBAL},
 *   <li>those of {@link #CATCH_ALL}, which no handler can stop.
 * </ol>
 *
 * <p>Within a level it is the priority, the highest first, and then the order of registration, as
 * {@link HandlerSubscription#id} has it. One handler that is subscribed at two levels is called at
 * both. A handler that answers {@link Propagation#STOP} ends steps 1 to 3.
 *
 * <p>An emission calls the handlers that were there when it started, whatever is subscribed or
 * closed meanwhile. All calls are made by the emitting thread, one after the other, and nothing is
 * held meanwhile. A handler that blocks holds back the rest of its own emission only, and it may
 * emit, subscribe and close in the same registry, or wait for another thread that does. What it
 * throws, of any type, ends the emission and is passed on, unless a {@link FailureHandler} was
 * given.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code emit}: wait-free, but for what the handlers do; {@code subscribe},
 *       {@code close}: lock-free, a lost compare-and-set pauses a bounded time, see {@link Backoff}
 *   <tr><th scope="row">Linearizable<td>{@code subscribe}, {@code close}, and {@code emit} at the moment at
 *       which it looks the handlers up; each registry by itself, since that look is an acquire read,
 *       which may come before what its thread has stored elsewhere just before
 *   <tr><th scope="row">Happens-before<td>what a thread did before it subscribed a handler happens before the
 *       handler is called
 *   <tr><th scope="row">Allocation<td>none in {@code emit}, if the call given to it captures nothing
 *   <tr><th scope="row">Complexity<td>{@code emit}: one lookup if the origin has handlers of its own, else one
 *       for each parent up to the nearest that has; one step a handler. A lookup takes a logarithm of the
 *       origins that have handlers if many of them have equal hash codes. {@code subscribe}, {@code close}:
 *       linear in the handlers of the origin and in the origins that have handlers, however many levels
 *       they have
 *   <tr><th scope="row">Memory<td>about 48 bytes, 151 for an origin with one handler and 42 for each further
 *       one; 16 more if parents have handlers, and 4 for each of up to 32 of these; nothing is left of an
 *       origin without handlers
 *   <tr><th scope="row">False means<td>{@code emit}: a handler has stopped it
 * </table>
 *
 * @param <H> the type of the handlers
 */
public final class ScopedHandlerRegistry<H> {
  /** The origin of handlers that are called after those of all other levels. */
  public static final String GLOBAL = "";

  /** The origin of handlers that are called of every emission, last, even if it was stopped. */
  public static final String CATCH_ALL = "*";

  /*
   * One immutable snapshot with chains ready, replaced as a whole by compare-and-set and read with
   * acquire: a chain is never written once it is in a snapshot.
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
   * Adds a handler for what is emitted from an origin or from below it, with priority 0.
   *
   * @param origin names separated by dots, {@link #GLOBAL} or {@link #CATCH_ALL}
   * @param handler the handler
   * @return the subscription, to be closed when the handler is to be called no more
   * @throws IllegalArgumentException if one of the names in {@code origin} is empty
   */
  public HandlerSubscription subscribe(String origin, H handler) {
    return subscribe(origin, handler, 0);
  }

  /**
   * Adds a handler for what is emitted from an origin or from below it.
   *
   * @param origin names separated by dots, {@link #GLOBAL} or {@link #CATCH_ALL}
   * @param handler the handler
   * @param priority the higher, the earlier among those of the same origin
   * @return the subscription, to be closed when the handler is to be called no more
   * @throws IllegalArgumentException if one of the names in {@code origin} is empty
   */
  public HandlerSubscription subscribe(String origin, H handler, int priority) {
    requireNonNull(handler, "handler");
    requireNames(origin);
    long id = lastId.incrementAndGet();
    Handlers.Entry<H> entry = new Handlers.Entry<>(handler, priority, id);
    // First, so that no handler is left subscribed without a way to close it.
    Registration registration =
        new Registration(id, closed -> update(origin, present -> present.without(closed)));
    update(origin, present -> present.with(entry));
    return registration;
  }

  /**
   * Calls the handlers that an origin reaches until one of them stops it, and then those of {@link
   * #CATCH_ALL}. What one of them throws is passed on at once, and no other is called.
   *
   * @param origin where the event comes from; it needs no handlers of its own
   * @param event what they are given
   * @param call calls one of them and returns whether to go on, never null
   * @param <A> the type of the event
   * @return false if a handler has stopped it
   */
  public <A> boolean emit(
      String origin, A event, BiFunction<? super H, ? super A, Propagation> call) {
    return callAll(origin, event, call, null);
  }

  /**
   * Calls the handlers that an origin reaches until one of them stops it, and then those of {@link
   * #CATCH_ALL}, whatever they throw.
   *
   * @param origin where the event comes from; it needs no handlers of its own
   * @param event what they are given
   * @param call calls one of them and returns whether to go on, never null; one that throws does
   *     not stop it
   * @param failures is told of each that throws, before the next one is called
   * @param <A> the type of the event
   * @return false if a handler has stopped it
   */
  public <A> boolean emit(
      String origin,
      A event,
      BiFunction<? super H, ? super A, Propagation> call,
      FailureHandler<? super H> failures) {
    return callAll(origin, event, call, requireNonNull(failures, "failures"));
  }

  /**
   * Returns how many origins have handlers of their own, {@link #GLOBAL} among them but not {@link
   * #CATCH_ALL}.
   *
   * @return the number
   */
  public int originCount() {
    return scopes.size();
  }

  @SuppressWarnings("unchecked") // chains are made of handlers only
  private <A> boolean callAll(
      String origin,
      A event,
      BiFunction<? super H, ? super A, Propagation> call,
      @Nullable FailureHandler<? super H> failures) {
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

  private static <H, A> Propagation call(
      H handler,
      A event,
      BiFunction<? super H, ? super A, Propagation> call,
      @Nullable FailureHandler<? super H> failures) {
    try {
      return requireNonNull(call.apply(handler, event), "call must not return null");
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
