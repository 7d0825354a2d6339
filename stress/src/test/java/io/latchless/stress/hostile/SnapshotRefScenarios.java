package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.KEPT;
import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.Latest;
import io.latchless.primitives.Lazy;
import io.latchless.primitives.LazyInitializationException;
import io.latchless.primitives.Mailbox;
import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenarios in which references, lazy values and hand-overs run user code. */
final class SnapshotRefScenarios {
  private static final Logger LOG = Logger.getLogger("io.latchless.primitives");

  private SnapshotRefScenarios() {}

  static Stream<Row<?>> all() {
    return Stream.of(references(), lazies(), handOvers()).flatMap(rows -> rows);
  }

  /** A reference with a well-behaved listener. */
  static final class Reference extends Subject {
    final Told told = new Told();
    final SnapshotRef<Object> ref;
    private volatile Hook backend = Hook.GENTLE;
    private @Nullable Handler installed;

    Reference() {
      this(false);
    }

    Reference(boolean logging) {
      ref = logging ? new SnapshotRef<>("first") : new SnapshotRef<>("first", told.errors());
      var unused = ref.addListener((before, after, version) -> told.told(version));
      operation("set", () -> ref.set(new Object()));
      operation("update", () -> ref.update(before -> new Object()));
      operation("get", ref::get);
      operation(
          "compareAndSet",
          () -> {
            var ignored = ref.compareAndSet(ref.version(), new Object());
          });
      operation("addListener", () -> ref.addListener((before, after, version) -> {}).close());
    }

    /** Makes the log back end run a hook. */
    void breakTheLog(Hook hook) {
      backend = hook;
      installed =
          new Handler() {
            @Override
            public void publish(LogRecord record) {
              backend.run();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
          };
      LOG.addHandler(installed);
    }

    @Override
    void end() {
      if (installed != null) {
        LOG.removeHandler(installed);
      }
    }

    @Override
    void account(List<String> faults, End end) {
      backend = Hook.GENTLE;
      told.onError(Hook.GENTLE);
      long before = ref.version();
      ref.set("last but one");
      ref.update(any -> "last");
      require(faults, ref.get().equals("last"), "the last value is " + ref.get());
      require(faults, ref.version() == before + 2, "two values, version " + ref.version());
      told.account(faults, before, ref.version(), end);
    }
  }

  private static Stream<Row<?>> references() {
    Table<Reference> rows = new Table<>(SnapshotRef.class, Reference::new);
    rows.row(
            "update(UnaryOperator)",
            PASSED_ON,
            (it, hook) ->
                it.ref.update(
                    before -> {
                      hook.run();
                      return new Object();
                    }))
        .retried();
    rows.row(
        "addListener(ChangeListener)",
        KEPT,
        (it, hook) -> {
          var unused = it.ref.addListener((before, after, version) -> it.told.run(hook));
          it.ref.set("a");
          it.ref.set("b");
        });
    rows.row(
        "addListener, told of the start",
        Reference::new,
        KEPT,
        (it, hook) -> {
          var unused =
              it.ref.addListener(
                  new ChangeListener<>() {
                    @Override
                    public void onStart(Object current, long version) {
                      it.told.run(hook);
                    }

                    @Override
                    public void onChange(Object before, Object after, long version) {}
                  });
        });
    rows.row(
        "new(Object,ListenerErrorHandler)",
        KEPT,
        (it, hook) -> {
          it.told.onError(hook);
          listenBadly(it);
          it.ref.set("a");
          it.ref.set("b");
        });
    rows.row(
        "a listener throws and the log is broken",
        () -> new Reference(true),
        KEPT,
        (it, hook) -> {
          var unused =
              it.ref.addListener(
                  (before, after, version) -> {
                    throw new IllegalArgumentException("a listener's own failure");
                  });
          it.breakTheLog(hook);
          it.ref.set("a");
          it.ref.set("b");
        });
    rows.row(
        "a listener throws and cannot be printed",
        () -> new Reference(true),
        KEPT,
        (it, hook) -> {
          var unused =
              it.ref.addListener(
                  new ChangeListener<>() {
                    @Override
                    public void onChange(Object before, Object after, long version) {
                      throw new IllegalArgumentException("a listener's own failure");
                    }

                    @Override
                    public String toString() {
                      hook.run();
                      return "listener";
                    }
                  });
          it.ref.set("a");
          it.ref.set("b");
        });
    rows.row("new(Object)", UNCALLED, (it, hook) -> new SnapshotRef<>(new HostileValue(0, hook)));
    rows.row("set(Object)", UNCALLED, (it, hook) -> it.ref.set(new HostileValue(0, hook)));
    rows.row(
        "compareAndSet(long,Object)",
        UNCALLED,
        (it, hook) -> {
          var unused = it.ref.compareAndSet(it.ref.version(), new HostileValue(0, hook));
        });
    rows.row(
        "toString()",
        PASSED_ON,
        (it, hook) -> {
          it.ref.set(new HostileValue(0, hook));
          require(!it.ref.toString().isEmpty());
        });
    Table<Reference> snapshots = new Table<>(Snapshot.class, Reference::new);
    snapshots.row(
        "new(Object,long)", UNCALLED, (it, hook) -> new Snapshot<>(new HostileValue(0, hook), 1));
    snapshots.row(
        "equals(Object)",
        PASSED_ON,
        (it, hook) -> {
          var unused =
              new Snapshot<>(new HostileValue(0, hook), 1)
                  .equals(new Snapshot<>(new HostileValue(0, Hook.GENTLE), 1));
        });
    return Stream.of(rows, snapshots).flatMap(table -> table.rows().stream());
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("nothing to print");
    }
  }

  private static void listenBadly(Reference it) {
    var unused =
        it.ref.addListener(
            (before, after, version) ->
                it.told.run(
                    () -> {
                      throw new IllegalArgumentException("a listener's own failure");
                    }));
  }

  /** A lazy value created by hostile code. */
  static final class LazyValue extends Subject {
    private volatile Hook onMake = Hook.GENTLE;
    private final AtomicInteger made = new AtomicInteger();
    private final boolean remembers;
    final Lazy<String> lazy;

    LazyValue(boolean remembers) {
      this(remembers, it -> remembers ? Lazy.rememberingFailure(it::make) : Lazy.of(it::make));
    }

    LazyValue(boolean remembers, Function<LazyValue, Lazy<String>> maker) {
      this.remembers = remembers;
      lazy = maker.apply(this);
      operation("get", lazy::get);
      operation("isReady", lazy::isReady);
      operation("toString", () -> SnapshotRefScenarios.require(!lazy.toString().isEmpty()));
    }

    private String make() {
      onMake.run();
      made.incrementAndGet();
      return "value";
    }

    void get(Hook hook) {
      onMake = hook;
      var unused = lazy.get();
    }

    @Override
    void account(List<String> faults, End end) {
      onMake = Hook.GENTLE;
      boolean fails = remembers && end == End.THROWN;
      String got;
      try {
        got = lazy.get();
      } catch (LazyInitializationException e) {
        got = fails ? "value" : "" + e;
      }
      require(faults, got.equals("value"), "its value is " + got);
      if (end == End.OVERFLOWED) {
        return;
      }
      require(faults, made.get() == (fails ? 0 : 1), "it was made " + made + " times");
      require(faults, lazy.isReady() != fails, "isReady is " + lazy.isReady());
    }
  }

  private static Stream<Row<?>> lazies() {
    String reason = "the caller waits for the initializer, which waits for the caller";
    Table<LazyValue> rows = new Table<>(Lazy.class, () -> new LazyValue(false));
    rows.row("of(Callable)", Fate.WRAPPED, LazyValue::get)
        .holdsBack("get", reason)
        .refuses("get", "recursion")
        .refuses(Hostility.ITSELF, "recursion");
    rows.row(
            "ofSupplier(Supplier)",
            () -> new LazyValue(false, it -> Lazy.ofSupplier(it::make)),
            Fate.WRAPPED,
            LazyValue::get)
        .covers("ofSupplier(Supplier)")
        .holdsBack("get", reason)
        .refuses("get", "recursion")
        .refuses(Hostility.ITSELF, "recursion");
    rows.row(
            "rememberingFailure(Callable)", () -> new LazyValue(true), Fate.WRAPPED, LazyValue::get)
        .covers("rememberingFailure(Callable)")
        .holdsBack("get", reason)
        .refuses("get", "recursion")
        .refuses(Hostility.ITSELF, "recursion");
    return rows.rows().stream().map(row -> row);
  }

  /** A mailbox and a latest value, each with a parked thread. */
  static final class HandOver extends Subject {
    final Mailbox<Object> mailbox = new Mailbox<>();
    final Latest<Object> latest = new Latest<>();
    private final CompletableFuture<@Nullable Throwable> parked =
        Threads.start(
            "parked",
            () -> {
              mailbox.take();
              latest.awaitNewer(0, Duration.ofDays(1));
            });

    HandOver() {
      operation(
          "offer",
          () -> {
            var unused = mailbox.offer(new Object());
          });
      operation("publish", () -> latest.publish(new Object()));
    }

    @Override
    int waiters() {
      return mailbox.waiterCount() + latest.waiterCount();
    }

    @Override
    void discard() {
      mailbox.replace("discarded");
      latest.publish("discarded");
    }

    @Override
    void account(List<String> faults, End end) {
      if (!parked.isDone()) {
        mailbox.replace("for the parked thread");
        latest.publish("for the parked thread");
      }
      require(faults, Threads.ends(parked), "a parked thread stays parked");
      mailbox.poll();
      require(faults, mailbox.offer("a") && !mailbox.offer("b"), "the slot takes other than one");
      require(faults, "a".equals(mailbox.poll()) && mailbox.isEmpty(), "and does not give it back");
      long version = latest.publish("c");
      require(faults, version == latest.version() && "c".equals(latest.get()), "not the latest");
    }
  }

  private static Stream<Row<?>> handOvers() {
    Table<HandOver> mailboxes = new Table<>(Mailbox.class, HandOver::new);
    mailboxes.row(
        "offer(Object)",
        UNCALLED,
        (it, hook) -> {
          var unused = it.mailbox.offer(new HostileValue(0, hook));
        });
    mailboxes.row(
        "replace(Object)", UNCALLED, (it, hook) -> it.mailbox.replace(new HostileValue(0, hook)));
    Table<HandOver> latests = new Table<>(Latest.class, HandOver::new);
    latests.row(
        "publish(Object)", UNCALLED, (it, hook) -> it.latest.publish(new HostileValue(0, hook)));
    return Stream.of(mailboxes, latests).flatMap(table -> table.rows().stream());
  }
}
