package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.KEPT;
import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.primitives.ProcessFollower;
import io.latchless.primitives.ProcessListener;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.registry.ProcessRegistry;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenarios in which process holders, followers and registries run user code. */
final class ProcessScenarios {
  private static final Duration LONG = Duration.ofDays(1);

  private ProcessScenarios() {}

  static Stream<Row<?>> all() {
    return Stream.of(holders(), followers(), registries()).flatMap(rows -> rows);
  }

  /** A process that other threads start, end and restart. */
  static final class Statuses extends Subject {
    final Told told = new Told();
    private volatile Hook onClock = Hook.GENTLE;
    final ProcessStatusHolder holder =
        new ProcessStatusHolder(
            () -> {
              onClock.run();
              return Instant.EPOCH;
            },
            told.errors());

    Statuses() {
      var unused = holder.addListener((from, to) -> told.told(to.version()));
      operation("transition", this::advance);
      operation("get", holder::get);
      operation("await", () -> holder.await(any -> true, Duration.ZERO));
      operation("whenOver", () -> holder.whenOver().cancel(false));
      operation("addListener", () -> holder.addListener((from, to) -> {}).close());
    }

    void advance() {
      ProcessSnapshot now = holder.get();
      long generation = now.generation();
      switch (now.status()) {
        case PENDING -> holder.markRunning(generation);
        case RUNNING -> holder.markExited(generation, 3);
        default -> holder.restart(generation);
      }
    }

    @Override
    int waiters() {
      return holder.waiterCount();
    }

    @Override
    void account(List<String> faults, End end) {
      onClock = Hook.GENTLE;
      told.onError(Hook.GENTLE);
      long before = holder.get().version();
      while (holder.status() != ProcessStatus.RUNNING) {
        advance();
      }
      CompletableFuture<ProcessSnapshot> over = holder.whenOver();
      CompletableFuture<@Nullable Throwable> parked =
          Threads.start(
              "parked",
              () -> {
                var unused = holder.awaitReached(ProcessStatus.FAILED, LONG);
              });
      Threads.until(() -> holder.waiterCount() == 2, "the thread to park");
      advance();
      require(faults, over.isDone(), "whenOver is not completed");
      require(faults, Threads.ends(parked), "a parked thread stays parked");
      told.account(faults, before, holder.get().version(), end);
    }
  }

  private static Stream<Row<?>> holders() {
    Table<Statuses> rows = new Table<>(ProcessStatusHolder.class, Statuses::new);
    rows.row(
        "new(InstantSource,ListenerErrorHandler)",
        PASSED_ON,
        (it, hook) -> {
          it.onClock = hook;
          it.advance();
        });
    rows.row(
        "error handler",
        Statuses::new,
        KEPT,
        (it, hook) -> {
          it.told.onError(hook);
          var unused =
              it.holder.addListener(
                  (from, to) ->
                      it.told.run(
                          () -> {
                            throw new IllegalArgumentException("a listener's own failure");
                          }));
          it.advance();
        });
    rows.row(
        "await(Predicate,Duration)",
        PASSED_ON,
        (it, hook) ->
            it.holder.await(
                any -> {
                  hook.run();
                  return true;
                },
                LONG));
    rows.row(
        "await(Predicate)",
        PASSED_ON,
        (it, hook) ->
            it.holder.await(
                any -> {
                  hook.run();
                  return true;
                }));
    rows.row(
        "addListener(ProcessListener)",
        KEPT,
        (it, hook) -> {
          var unused = it.holder.addListener((from, to) -> it.told.run(hook));
          it.advance();
          it.advance();
        });
    rows.row(
        "addListener, told of the start",
        Statuses::new,
        KEPT,
        (it, hook) -> {
          var unused =
              it.holder.addListener(
                  new ProcessListener() {
                    @Override
                    public void onStart(ProcessSnapshot current) {
                      it.told.run(hook);
                    }

                    @Override
                    public void onTransition(ProcessSnapshot from, ProcessSnapshot to) {}
                  });
        });
    rows.row(
        "whenReached(ProcessStatus)",
        KEPT,
        (it, hook) -> {
          var unused = it.holder.whenReached(ProcessStatus.RUNNING).thenRun(hook::run);
          it.advance();
        });
    rows.row(
        "whenOver()",
        KEPT,
        (it, hook) -> {
          var unused = it.holder.whenOver().thenRun(hook::run);
          it.advance();
          it.advance();
        });
    return rows.rows().stream().map(row -> row);
  }

  /** A process that ends on request, and whose methods run a hook. */
  static final class FakeProcess extends Process {
    private final CompletableFuture<Process> exit = new CompletableFuture<>();
    private volatile Hook onCall = Hook.GENTLE;

    void exit() {
      exit.complete(this);
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      try {
        exit.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      return 3;
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
      try {
        exit.get(timeout, unit);
        return true;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (TimeoutException e) {
        return false;
      }
    }

    @Override
    public int exitValue() {
      if (!exit.isDone()) {
        throw new IllegalThreadStateException("it runs");
      }
      return 3;
    }

    @Override
    public boolean isAlive() {
      return !exit.isDone();
    }

    @Override
    public void destroy() {
      onCall.run();
      exit();
    }

    @Override
    public Process destroyForcibly() {
      onCall.run();
      exit();
      return this;
    }

    @Override
    public CompletableFuture<Process> onExit() {
      onCall.run();
      return exit.thenApply(process -> process);
    }
  }

  /** A follower of a live process. */
  static final class Follower extends Subject {
    final FakeProcess process = new FakeProcess();
    final ProcessStatusHolder holder = new ProcessStatusHolder();
    @Nullable ProcessFollower follower;

    Follower() {
      operation("get", holder::get);
      operation("whenOver", () -> holder.whenOver().cancel(false));
      operation("addListener", () -> holder.addListener((from, to) -> {}).close());
    }

    ProcessFollower follow(Hook hook) {
      process.onCall = hook;
      ProcessFollower following = ProcessFollower.follow(holder, process);
      follower = following;
      return following;
    }

    @Override
    int waiters() {
      return holder.waiterCount();
    }

    @Override
    void account(List<String> faults, End end) {
      process.onCall = Hook.GENTLE;
      process.exit();
      ProcessFollower following = follower;
      if (following != null) {
        require(
            faults,
            Threads.ends(following.whenOver()),
            "the process has ended, but the holder says " + holder.get());
      } else if (holder.status() != ProcessStatus.PENDING) {
        require(
            faults,
            Threads.ends(holder.whenOver()),
            "following failed, the process has ended, but the holder says " + holder.get());
      }
    }
  }

  private static Stream<Row<?>> followers() {
    Table<Follower> rows = new Table<>(ProcessFollower.class, Follower::new);
    rows.row("follow(ProcessStatusHolder,Process)", UNCALLED, (it, hook) -> it.follow(hook))
        .refuses(Hostility.ITSELF, "the holder is no longer pending");
    rows.row(
            "whenOver()",
            KEPT,
            (it, hook) -> {
              ProcessFollower following = it.follow(Hook.GENTLE);
              var unused = following.whenOver().thenRun(hook::run);
              it.process.exit();
              // The exit may be reported on another thread, so the dependent is awaited here.
              if (!Threads.ends(unused)) {
                throw new AssertionError("the dependent does not complete");
              }
            })
        .refuses(Hostility.ITSELF, "the holder is no longer pending");
    rows.row(
            "a listener of RUNNING does not hide the exit",
            Follower::new,
            KEPT,
            (it, hook) -> {
              boolean[] seen = new boolean[1];
              var unused =
                  it.holder.addListener(
                      (from, to) -> {
                        if (to.status() == ProcessStatus.RUNNING) {
                          it.process.exit();
                          Threads.until(
                              () -> it.holder.status() == ProcessStatus.FAILED,
                              "the exit to be recorded while a listener handles RUNNING");
                          seen[0] = true;
                          hook.run();
                        }
                      });
              it.follow(Hook.GENTLE);
              if (!seen[0]) {
                throw new AssertionError("the exit was not recorded while the listener ran");
              }
            })
        .refuses(Hostility.ITSELF, "the holder is no longer pending");
    return rows.rows().stream().map(row -> row);
  }

  /** A registry with a well-behaved listener. */
  static final class Registry extends Subject {
    final Told told = new Told();
    final ProcessRegistry registry = new ProcessRegistry(told.errors());

    Registry() {
      var unused = registry.addListener((before, after, version) -> told.told(version));
      operation("add", () -> registry.add("a" + System.nanoTime(), new ProcessStatusHolder()));
      operation("remove", () -> registry.remove("first"));
      operation("get", () -> registry.get("first"));
      operation("all", registry::all);
      operation("countByStatus", registry::countByStatus);
    }

    @Override
    void account(List<String> faults, End end) throws InterruptedException {
      told.onError(Hook.GENTLE);
      long before = registry.all().version();
      ProcessStatusHolder holder = new ProcessStatusHolder();
      require(
          faults,
          registry.add("last", holder) instanceof ProcessRegistry.Added
              && registry.get("last") == holder
              && registry.remove("last") == holder,
          "an added process is missing");
      told.account(faults, before, registry.all().version(), end);
    }
  }

  private static Stream<Row<?>> registries() {
    Table<Registry> rows = new Table<>(ProcessRegistry.class, Registry::new);
    rows.row(
        "addListener(ChangeListener)",
        KEPT,
        (it, hook) -> {
          var unused = it.registry.addListener((before, after, version) -> it.told.run(hook));
          it.registry.add("first", new ProcessStatusHolder());
          it.registry.add("second", new ProcessStatusHolder());
        });
    rows.row(
        "new(ListenerErrorHandler)",
        KEPT,
        (it, hook) -> {
          it.told.onError(hook);
          var unused =
              it.registry.addListener(
                  (before, after, version) ->
                      it.told.run(
                          () -> {
                            throw new IllegalArgumentException("a listener's own failure");
                          }));
          it.registry.add("first", new ProcessStatusHolder());
        });
    return rows.rows().stream().map(row -> row);
  }
}
