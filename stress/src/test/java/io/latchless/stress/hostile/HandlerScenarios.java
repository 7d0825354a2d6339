package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.KEPT;
import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.registry.FailureHandler;
import io.latchless.registry.HandlerFailures;
import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.HandlerSubscription;
import io.latchless.registry.Propagation;
import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.QuiescentSubscription;
import io.latchless.registry.ScopedHandlerRegistry;
import java.time.Duration;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Scenarios in which handler registries run user code. */
final class HandlerScenarios {
  private static final Duration LONG = Duration.ofDays(1);

  private HandlerScenarios() {}

  static Stream<Row<?>> all() {
    return Stream.of(
            of(HandlerRegistry.class, () -> new Registry(new HandlerRegistry<>(), 3)),
            of(
                QuiescentHandlerRegistry.class,
                () -> new Registry(new QuiescentHandlerRegistry<>(), 3)),
            largeOf(HandlerRegistry.class, () -> new Registry(new HandlerRegistry<>(), 300)),
            scopes(),
            failures(),
            failure())
        .flatMap(table -> table.rows().stream());
  }

  /** A handler that counts its calls; its well-behaved neighbours are called as well. */
  static final class Counting {
    final AtomicInteger calls = new AtomicInteger();
  }

  /** A registry with three handlers for one key; the second one may be hostile. */
  static final class Registry extends Subject {
    static final Integer KEY = 0;
    final HandlerRegistry<Object, Counting> handlers;
    final Counting first = new Counting();
    final Counting second = new Counting();
    final Counting third = new Counting();
    private final HandlerSubscription quiet;
    private final int keys;

    Registry(HandlerRegistry<Object, Counting> handlers, int keys) {
      this.handlers = handlers;
      this.keys = keys;
      for (int key = 1; key < keys; key++) {
        handlers.subscribe(new HostileValue(key, Hook.GENTLE), new Counting());
      }
      handlers.subscribe(KEY, first);
      quiet = handlers.subscribe(KEY, second);
      handlers.subscribe(KEY, third);
      operation("dispatch", () -> handlers.dispatch(KEY, 1, (handler, event) -> {}));
      operation("subscribe", () -> handlers.subscribe(KEY, new Counting()).close());
      operation("subscribe another key", () -> handlers.subscribe("k", new Counting()).close());
      operation("handlerCount", () -> handlers.handlerCount(KEY));
      operation("keyCount", handlers::keyCount);
      if (handlers instanceof QuiescentHandlerRegistry<Object, Counting> quietHandlers) {
        operation(
            "closeAndAwaitQuiescence of another key",
            () ->
                require(
                    quietHandlers.subscribe("q", new Counting()).closeAndAwaitQuiescence(LONG)));
        operation(
            "closeAndAwaitQuiescence",
            () -> require(((QuiescentSubscription) quiet).closeAndAwaitQuiescence(LONG)));
      }
    }

    private static void require(boolean holds) {
      if (!holds) {
        throw new AssertionError("not quiet");
      }
    }

    /** Calls one handler during a dispatch; the second handler runs the hook. */
    void call(Counting handler, Hook hook) {
      handler.calls.incrementAndGet();
      if (handler == second) {
        hook.run();
      }
    }

    @Override
    void account(List<String> faults, End end) throws Exception {
      int before = first.calls.get();
      int called = handlers.dispatch(KEY, 1, (handler, event) -> handler.calls.incrementAndGet());
      require(faults, called == 2 || called == 3, called + " handlers are called");
      require(faults, first.calls.get() == before + 1, "a handler is not called exactly once");
      require(faults, handlers.handlerCount(KEY) == called, "handlerCount() is wrong");
      Counting added = new Counting();
      HandlerSubscription subscription = handlers.subscribe("new", added);
      handlers.dispatch("new", 1, (handler, event) -> handler.calls.incrementAndGet());
      require(faults, added.calls.get() == 1, "a new handler is not called");
      if (subscription instanceof QuiescentSubscription quietOne) {
        require(faults, quietOne.closeAndAwaitQuiescence(LONG), "not quiet");
        require(faults, ((QuiescentSubscription) quiet).closeAndAwaitQuiescence(LONG), "not quiet");
      }
      subscription.close();
      for (int key = 1; key < keys; key++) {
        if (handlers.handlerCount(new HostileValue(key, Hook.GENTLE)) == 0) {
          faults.add("the handler of key " + key + " is lost");
          return;
        }
      }
    }
  }

  private static Table<Registry> of(Class<?> type, Supplier<Registry> fresh) {
    String waits = "it waits for dispatches that are under way";
    Table<Registry> rows = new Table<>(type, fresh);
    rows.row(
        "dispatch(Object,Object,HandlerCall)",
        PASSED_ON,
        (it, hook) ->
            it.handlers.dispatch(Registry.KEY, 1, (handler, event) -> it.call(handler, hook)));
    rows.row(
        "dispatch(Object,Object,HandlerCall,FailureHandler)",
        KEPT,
        (it, hook) -> {
          Counting third = it.third;
          int before = third.calls.get();
          HandlerFailures<Counting> failures = new HandlerFailures<>();
          it.handlers.dispatch(
              Registry.KEY, 1, (handler, event) -> it.call(handler, hook), failures);
          if (third.calls.get() == before && it.handlers.handlerCount(Registry.KEY) == 3) {
            throw new AssertionError("a handler after one that throws is not called");
          }
        });
    rows.row(
        "dispatch, failure handler",
        fresh,
        PASSED_ON,
        (it, hook) ->
            it.handlers.dispatch(
                Registry.KEY,
                1,
                (handler, event) ->
                    it.call(
                        handler,
                        () -> {
                          throw new IllegalArgumentException("a handler's own failure");
                        }),
                (FailureHandler<Object>) (handler, thrown) -> hook.run()));
    if (type == QuiescentHandlerRegistry.class) {
      for (Row<Registry> row : rows.rows()) {
        row.holdsBack("closeAndAwaitQuiescence", waits)
            .refuses("closeAndAwaitQuiescence", waits)
            .refuses("closeAndAwaitQuiescence of another key", waits);
      }
    }
    keyRows(rows);
    return rows;
  }

  /** Creates a table for a larger registry, with hostile keys only. */
  private static Table<Registry> largeOf(Class<?> type, Supplier<Registry> fresh) {
    Table<Registry> rows = new Table<>(type, fresh);
    keyRows(rows);
    rows.rows().forEach(Row::notSwept);
    return rows;
  }

  private static void keyRows(Table<Registry> rows) {
    rows.row(
        "handlerCount(Object)",
        PASSED_ON,
        (it, hook) -> it.handlers.handlerCount(new HostileValue(1, hook)));
    rows.row(
        "handlers(Object)",
        PASSED_ON,
        (it, hook) -> it.handlers.handlers(new HostileValue(1, hook)));
    rows.row(
        "subscribe(Object,Object)",
        PASSED_ON,
        (it, hook) -> it.handlers.subscribe(new HostileValue(2, hook), new Counting()).close());
    rows.row(
        "subscribe(Object,Object,int)",
        PASSED_ON,
        (it, hook) -> it.handlers.subscribe(new HostileValue(2, hook), new Counting(), 7).close());
    rows.row(
        "subscribeAll(Collection,Object,int)",
        PASSED_ON,
        (it, hook) -> it.handlers.subscribeAll(keys(hook), new Counting(), 7).close());
    rows.row(
        "dispatch to a hostile key",
        it(rows),
        PASSED_ON,
        (it, hook) -> it.handlers.dispatch(new HostileValue(1, hook), 1, (handler, event) -> {}));
  }

  private static Supplier<? extends Registry> it(Table<Registry> rows) {
    return rows.rows().get(0)::fresh;
  }

  private static Collection<Object> keys(Hook hook) {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Object> iterator() {
        hook.run();
        return List.<Object>of("x", "y").iterator();
      }

      @Override
      public int size() {
        return 2;
      }
    };
  }

  /** Handlers at three levels. */
  static final class Scopes extends Subject {
    static final String ORIGIN = "a.b";
    final ScopedHandlerRegistry<Counting> handlers = new ScopedHandlerRegistry<>();
    private final Counting exact = new Counting();
    private final Counting parent = new Counting();
    private final Counting global = new Counting();

    Scopes() {
      handlers.subscribe(ORIGIN, exact);
      handlers.subscribe("a", parent);
      handlers.subscribe(ScopedHandlerRegistry.GLOBAL, global);
      operation("emit", () -> handlers.emit(ORIGIN, 1, (h, e) -> Propagation.CONTINUE));
      operation("emit elsewhere", () -> handlers.emit("c.d", 1, (h, e) -> Propagation.CONTINUE));
      operation("subscribe", () -> handlers.subscribe(ORIGIN, new Counting()).close());
      operation("originCount", handlers::originCount);
    }

    Propagation call(Counting handler, Hook hook) {
      handler.calls.incrementAndGet();
      if (handler == parent) {
        hook.run();
      }
      return Propagation.CONTINUE;
    }

    @Override
    void account(List<String> faults, End end) {
      int before = exact.calls.get() + parent.calls.get() + global.calls.get();
      handlers.emit(ORIGIN, 1, this::gently);
      int after = exact.calls.get() + parent.calls.get() + global.calls.get();
      require(faults, after == before + 3, (after - before) + " of 3 handlers are called");
      Counting added = new Counting();
      HandlerSubscription subscription = handlers.subscribe("n.m", added);
      handlers.emit("n.m.o", 1, this::gently);
      require(faults, added.calls.get() == 1, "a new handler is called " + added.calls);
      subscription.close();
    }

    private Propagation gently(Counting handler, Object event) {
      return call(handler, Hook.GENTLE);
    }
  }

  private static Table<Scopes> scopes() {
    Table<Scopes> rows = new Table<>(ScopedHandlerRegistry.class, Scopes::new);
    rows.row(
        "emit(String,Object,ScopedHandlerCall)",
        PASSED_ON,
        (it, hook) -> it.handlers.emit(Scopes.ORIGIN, 1, (handler, e) -> it.call(handler, hook)));
    rows.row(
        "emit(String,Object,ScopedHandlerCall,FailureHandler)",
        KEPT,
        (it, hook) ->
            it.handlers.emit(
                Scopes.ORIGIN, 1, (handler, e) -> it.call(handler, hook), (handler, thrown) -> {}));
    rows.row(
        "emit, failure handler",
        Scopes::new,
        PASSED_ON,
        (it, hook) ->
            it.handlers.emit(
                Scopes.ORIGIN,
                1,
                (handler, e) ->
                    it.call(
                        handler,
                        () -> {
                          throw new IllegalArgumentException("a handler's own failure");
                        }),
                (handler, thrown) -> hook.run()));
    rows.row(
            "a handler that cannot be compared",
            Scopes::new,
            UNCALLED,
            (it, hook) -> {
              ScopedHandlerRegistry<HostileValue> handlers = new ScopedHandlerRegistry<>();
              handlers.subscribe("a", new HostileValue(1, hook)).close();
              handlers.subscribe("a", new HostileValue(1, hook), 3).close();
            })
        .covers("subscribe(String,Object)", "subscribe(String,Object,int)");
    return rows;
  }

  private static Table<Registry> failures() {
    Table<Registry> rows =
        new Table<>(HandlerFailures.class, () -> new Registry(new HandlerRegistry<>(), 1));
    rows.row(
        "onFailure(Object,Throwable)",
        UNCALLED,
        (it, hook) -> {
          HandlerFailures<HostileValue> failures = new HandlerFailures<>();
          IllegalArgumentException same = new IllegalArgumentException("the same twice");
          failures.onFailure(new HostileValue(1, hook), same);
          failures.onFailure(new HostileValue(1, hook), same);
          if (failures.list().size() != 2) {
            throw new AssertionError("not kept");
          }
        });
    return rows;
  }

  private static Table<Registry> failure() {
    Table<Registry> rows =
        new Table<>(HandlerFailures.Failure.class, () -> new Registry(new HandlerRegistry<>(), 1));
    rows.row(
        "new(Object,Throwable)",
        UNCALLED,
        (it, hook) ->
            new HandlerFailures.Failure<>(new HostileValue(1, hook), new IllegalStateException()));
    return rows;
  }
}
