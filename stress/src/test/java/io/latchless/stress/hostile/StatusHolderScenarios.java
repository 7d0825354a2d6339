package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.KEPT;
import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.primitives.IllegalTransitionException;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.primitives.TransitionGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenarios in which a status holder and its graph run user code. */
final class StatusHolderScenarios {
  private static final Duration LONG = Duration.ofDays(1);

  enum Door {
    SHUT,
    OPEN,
    GONE
  }

  private static final TransitionGraph<Door> DOORS =
      TransitionGraph.startingAt(Door.SHUT)
          .allow(Door.SHUT, Door.OPEN, Door.GONE)
          .allow(Door.OPEN, Door.SHUT, Door.GONE)
          .build();

  private StatusHolderScenarios() {}

  /** A door that other threads open and close, with a listener, a future and a parked thread. */
  static final class Doors extends Subject {
    final Told told = new Told();
    private volatile Hook onClock = Hook.GENTLE;
    final StatusHolder<Door, Object> holder =
        StatusHolder.of(
            DOORS,
            "first",
            () -> {
              onClock.run();
              return Instant.EPOCH;
            },
            told.errors());
    private final AtomicInteger changes = new AtomicInteger();
    private final CompletableFuture<?> gone;
    private final CompletableFuture<@Nullable Throwable> parked;

    Doors() {
      gone = holder.whenReached(Door.GONE);
      parked =
          Threads.start(
              "parked",
              () -> {
                var unused = holder.awaitReached(Door.GONE, LONG);
              });
      Threads.until(() -> holder.waiterCount() == 2, "the thread to park");
      var unused = holder.addListener((from, to) -> told.told(to.version()));
      operation("transition", this::flip);
      operation("get", holder::get);
      operation("await", () -> holder.await(any -> true, Duration.ZERO));
      operation(
          "awaitReached",
          () -> {
            var ignored = holder.awaitReached(Door.SHUT, Duration.ZERO);
          });
      operation("whenReached", () -> holder.whenReached(Door.GONE).cancel(false));
      operation("addListener", () -> holder.addListener((from, to) -> {}).close());
      operation("toString", () -> requirePrinted(holder.toString()));
    }

    private static void requirePrinted(String text) {
      if (text.isEmpty()) {
        throw new AssertionError("nothing to print");
      }
    }

    void flip() {
      for (; ; ) {
        Door now = holder.state();
        Door next = now == Door.SHUT ? Door.OPEN : Door.SHUT;
        if (holder.tryTransition(now, next, "flip")) {
          changes.incrementAndGet();
          return;
        }
      }
    }

    void changed() {
      changes.incrementAndGet();
    }

    @Override
    int waiters() {
      return holder.waiterCount();
    }

    @Override
    void discard() {
      var unused = holder.transitionIfAllowed(Door.GONE, "discarded");
    }

    @Override
    void account(List<String> faults, End end) throws Exception {
      onClock = Hook.GENTLE;
      told.onError(Hook.GENTLE);
      long before = holder.version();
      flip();
      CompletableFuture<@Nullable Throwable> other =
          Threads.start("transition", () -> holder.transition(Door.GONE, "end"));
      require(faults, Threads.ends(other), "the last transition does not end");
      require(faults, holder.state() == Door.GONE, "the last state is " + holder.state());
      if (end != End.OVERFLOWED) {
        long expected = changes.get() + 1L;
        require(
            faults,
            holder.version() == expected,
            expected + " transitions led to version " + holder.version());
      }
      told.account(faults, before, holder.version(), end);
      require(faults, gone.isDone(), "a future is not completed");
      require(faults, Threads.ends(parked), "a parked thread stays parked");
    }
  }

  static Stream<Row<?>> all() {
    Table<Doors> rows = new Table<>(StatusHolder.class, Doors::new);
    rows.row(
            "of(TransitionGraph,Object,InstantSource,ListenerErrorHandler)",
            PASSED_ON,
            (doors, hook) -> {
              doors.onClock = hook;
              doors.flip();
            })
        .covers("of(TransitionGraph,Object)");
    rows.row(
        "error handler",
        Doors::new,
        KEPT,
        (doors, hook) -> {
          doors.told.onError(hook);
          var unused =
              doors.holder.addListener((from, to) -> doors.told.run(() -> failIfOpen(to.state())));
          doors.flip();
        });
    rows.row(
            "transitionWith(Enum,UnaryOperator)",
            PASSED_ON,
            (doors, hook) -> {
              for (int illegal = 0; ; illegal++) {
                Door next = doors.holder.state() == Door.SHUT ? Door.OPEN : Door.SHUT;
                try {
                  doors.holder.transitionWith(
                      next,
                      before -> {
                        hook.run();
                        return "next";
                      });
                  doors.changed();
                  return;
                } catch (IllegalTransitionException e) {
                  if (doors.holder.state() != next) {
                    throw e;
                  }
                  if (illegal == 8) {
                    throw new IllegalStateException("the function changes the status each time", e);
                  }
                }
              }
            })
        .retried();
    rows.row(
        "await(Predicate,Duration)",
        PASSED_ON,
        (doors, hook) ->
            doors.holder.await(
                any -> {
                  hook.run();
                  return true;
                },
                LONG));
    rows.row(
        "await(Predicate)",
        PASSED_ON,
        (doors, hook) ->
            doors.holder.await(
                any -> {
                  hook.run();
                  return true;
                }));
    rows.row(
        "await, told on the waiting thread",
        Doors::new,
        PASSED_ON,
        (doors, hook) -> {
          long[] looks = new long[1];
          doors.holder.await(
              any -> {
                if (looks[0]++ == 0) {
                  var unused = Threads.start("transition", doors::flip);
                  return false;
                }
                hook.run();
                return true;
              },
              LONG);
        });
    rows.row(
        "addListener(StatusListener)",
        KEPT,
        (doors, hook) -> {
          var unused = doors.holder.addListener((from, to) -> doors.told.run(hook));
          doors.flip();
        });
    rows.row(
        "addListener, told of the start",
        Doors::new,
        KEPT,
        (doors, hook) -> {
          var unused =
              doors.holder.addListener(
                  new StatusListener<>() {
                    @Override
                    public void onStart(StatusSnapshot<Door, Object> current) {
                      doors.told.run(hook);
                    }

                    @Override
                    public void onTransition(
                        StatusSnapshot<Door, Object> from, StatusSnapshot<Door, Object> to) {}
                  });
        });
    rows.row(
        "whenReached(Enum)",
        KEPT,
        (doors, hook) -> {
          var unused = doors.holder.whenReached(Door.OPEN).thenRun(hook::run);
          doors.flip();
        });
    rows.row(
        "whenReached(Enum,long)",
        KEPT,
        (doors, hook) -> {
          var unused = doors.holder.whenReached(Door.OPEN, 1).thenRun(hook::run);
          var unusedToo = doors.holder.whenReached(Door.OPEN, 1).thenRun(hook::run);
          doors.flip();
        });
    for (String stored :
        List.of(
            "transition(Enum,Object)",
            "transitionIfAllowed(Enum,Object)",
            "tryTransition(Enum,Enum,Object)",
            "tryTransition(long,Enum,Object)")) {
      rows.row(
          stored,
          UNCALLED,
          (doors, hook) -> {
            HostileValue value = new HostileValue(0, hook);
            StatusHolder<Door, Object> holder = doors.holder;
            switch (stored) {
              case "transition(Enum,Object)" -> holder.transition(Door.OPEN, value);
              case "transitionIfAllowed(Enum,Object)" ->
                  holder.transitionIfAllowed(Door.OPEN, value);
              case "tryTransition(long,Enum,Object)" -> {
                var unused = holder.tryTransition(0, Door.OPEN, value);
              }
              default -> {
                var unused = holder.tryTransition(Door.SHUT, Door.OPEN, value);
              }
            }
            doors.changed();
          });
    }
    Table<Doors> snapshots = new Table<>(StatusSnapshot.class, Doors::new);
    snapshots.row(
        "new(Enum,long,Instant,Object)",
        UNCALLED,
        (doors, hook) ->
            new StatusSnapshot<>(Door.SHUT, 0, Instant.EPOCH, new HostileValue(0, hook)));
    Table<Doors> graphs = new Table<>(TransitionGraph.class, Doors::new);
    graphs.row(
        "of(Enum,Map)",
        PASSED_ON,
        (doors, hook) -> TransitionGraph.of(Door.SHUT, hostileMap(hook)));
    return Stream.of(rows, snapshots, graphs).flatMap(table -> table.rows().stream());
  }

  private static void failIfOpen(Door state) {
    if (state == Door.OPEN) {
      throw new IllegalArgumentException("a listener's own failure");
    }
  }

  private static Map<Door, Set<Door>> hostileMap(Hook hook) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<Door, Set<Door>>> entrySet() {
        return new AbstractSet<>() {
          @Override
          public Iterator<Entry<Door, Set<Door>>> iterator() {
            hook.run();
            return Map.<Door, Set<Door>>of(Door.SHUT, EnumSet.of(Door.OPEN, Door.GONE))
                .entrySet()
                .iterator();
          }

          @Override
          public int size() {
            return 1;
          }
        };
      }
    };
  }
}
