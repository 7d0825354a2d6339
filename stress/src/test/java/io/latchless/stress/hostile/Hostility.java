package io.latchless.stress.hostile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways in which user code misbehaves. */
enum Hostility {
  /** Behaves well, which proves that the scenario itself works. */
  GENTLE {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      strike(row, row.fresh(), Hook.GENTLE, null, faults);
    }
  },
  THROWS_UNCHECKED {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      throwing(row, 1, () -> new IllegalArgumentException("hostile"), faults);
      throwing(row, 2, () -> new IllegalArgumentException("hostile, at the second call"), faults);
    }
  },
  THROWS_CHECKED {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      throwing(row, 1, () -> new IOException("hostile, undeclared"), faults);
      throwing(row, 2, () -> new InterruptedException("hostile, at the second call"), faults);
    }
  },
  THROWS_ERROR {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      throwing(row, 1, () -> new LinkageError("hostile"), faults);
      throwing(row, 2, () -> new LinkageError("hostile, at the second call"), faults);
    }
  },
  /** Throws the same object at each call; it accepts no suppressed exceptions. */
  THROWS_THE_SAME_AGAIN {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      throwing(row, EVERY, Unsuppressed::new, faults);
      throwing(row, EVERY, () -> new IllegalStateException("hostile, one object"), faults);
    }
  },
  OVERFLOWS {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      AtomicInteger calls = new AtomicInteger();
      Hook hook =
          () -> {
            if (calls.getAndIncrement() == 0) {
              Hostility.overflow(0);
            }
          };
      strike(row, row.fresh(), hook, new StackOverflowError("hostile"), faults);
    }
  },
  /** Blocks at its first call while other threads use all other operations, one after the other. */
  BLOCKS {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      S subject = row.fresh();
      CountDownLatch entered = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      AtomicInteger calls = new AtomicInteger();
      CompletableFuture<@Nullable Throwable> attack =
          Threads.start(
              row + " that blocks",
              () ->
                  row.attack()
                      .run(
                          subject,
                          () -> {
                            if (calls.getAndIncrement() == 0) {
                              entered.countDown();
                              pass(release);
                            }
                          }));
      CompletableFuture<?> either =
          CompletableFuture.anyOf(
              attack, Threads.start("entry", () -> pass(entered)).thenApply(none -> "entered"));
      if (!Threads.ends(either)) {
        faults.add("the user code was not called within " + Threads.seconds() + " s");
        return;
      }
      subject
          .operations()
          .forEach(
              (name, operation) -> {
                if (!row.holdsBack(name)) {
                  add(faults, Threads.fault(name + " meanwhile", operation));
                }
              });
      release.countDown();
      entered.countDown();
      settle(row, subject, attack, null, Subject.End.RETURNED, faults);
    }
  },
  /** Calls every operation of the same object, each in an attack of its own. */
  REENTERS {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      for (String name : row.fresh().operations().keySet()) {
        S subject = row.fresh();
        reenter(row, subject, name, requireNonNull(subject.operations().get(name)), faults);
      }
      S subject = row.fresh();
      reenter(row, subject, ITSELF, () -> row.attack().run(subject, Hook.GENTLE), faults);
    }
  },
  /** Waits until another thread has run an operation of the same object. */
  WAITS_FOR_OTHERS {
    @Override
    <S extends Subject> void against(Row<S> row, List<String> faults) {
      for (String name : row.fresh().operations().keySet()) {
        if (row.holdsBack(name)) {
          continue;
        }
        S subject = row.fresh();
        AtomicInteger calls = new AtomicInteger();
        Subject.Operation operation = requireNonNull(subject.operations().get(name));
        List<String> found = new ArrayList<>();
        Hook hook =
            () -> {
              if (calls.getAndIncrement() == 0) {
                add(found, Threads.fault(name + " of another thread", operation));
              }
            };
        strike(row, subject, hook, null, found);
        found.forEach(each -> faults.add("[" + name + "] " + each));
      }
    }
  };

  /** The operation under attack, called by its own user code. */
  static final String ITSELF = "itself";

  private static final int EVERY = 0;

  /** After this many calls a retried function counts as endless. */
  private static final int ENOUGH_CALLS = 1_000;

  /** An exception without suppression and stack trace. */
  static final class Unsuppressed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsuppressed() {
      super("hostile, takes no suppressed", null, false, false);
    }
  }

  abstract <S extends Subject> void against(Row<S> row, List<String> faults);

  /** Runs a scenario with hostile code of every kind, and returns all faults found. */
  static List<String> findings(Row<?> row) {
    List<String> findings = new ArrayList<>();
    for (Hostility hostility : values()) {
      if (!row.knows(hostility)) {
        continue;
      }
      List<String> faults = new ArrayList<>();
      hostility.against(row, faults);
      faults.forEach(fault -> findings.add(row + " / " + hostility + ": " + fault));
      if (hostility == GENTLE && !faults.isEmpty()) {
        break; // a scenario that fails with good code proves nothing about bad code
      }
    }
    return findings;
  }

  private static <S extends Subject> void throwing(
      Row<S> row, int atCall, Supplier<Throwable> what, List<String> faults) {
    AtomicInteger calls = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    Throwable thrown = what.get();
    Hook hook =
        () -> {
          if (over.get()) {
            return;
          }
          int call = calls.incrementAndGet();
          if (call == atCall || atCall == EVERY) {
            throw Hook.<RuntimeException>sneak(thrown);
          }
        };
    List<String> found = new ArrayList<>();
    S subject = row.fresh();
    CompletableFuture<@Nullable Throwable> attack =
        Threads.start(row + " that throws", () -> row.attack().run(subject, hook));
    if (!Threads.ends(attack)) {
      faults.add("[" + thrown + "] the operation does not end within " + Threads.seconds() + " s");
      return;
    }
    over.set(true);
    boolean struck = calls.get() >= Math.max(1, atCall);
    if (!struck && atCall <= 1 && row.fate() != Fate.UNCALLED && row.fate() != Fate.REFUSED) {
      found.add("the user code was never called");
    }
    settle(
        row,
        subject,
        attack,
        struck ? thrown : null,
        struck ? Subject.End.THROWN : Subject.End.RETURNED,
        found);
    found.forEach(each -> faults.add("[" + thrown + "] " + each));
  }

  private static <S extends Subject> void reenter(
      Row<S> row, S subject, String name, Subject.Operation operation, List<String> faults) {
    AtomicInteger calls = new AtomicInteger();
    List<String> found = new ArrayList<>();
    boolean mayRefuse = row.refuses(name);
    boolean[] inside = new boolean[1];
    boolean[] refused = new boolean[1];
    Hook hook =
        () -> {
          int call = calls.incrementAndGet();
          if (call > (row.isRetried() ? ENOUGH_CALLS : 1) || inside[0]) {
            return;
          }
          inside[0] = true;
          try {
            operation.run();
          } catch (Throwable thrown) {
            refused[0] = thrown instanceof IllegalStateException;
            if (!refused[0] || !mayRefuse) {
              found.add("it throws " + Threads.brief(thrown));
            }
          } finally {
            inside[0] = false;
          }
        };
    CompletableFuture<@Nullable Throwable> attack =
        Threads.start(row + " that calls " + name, () -> row.attack().run(subject, hook));
    if (!Threads.ends(attack)) {
      faults.add("[" + name + "] the operation does not end within " + Threads.seconds() + " s");
      return;
    }
    if (calls.get() > ENOUGH_CALLS) {
      found.add("the function was called " + calls + " times");
    }
    Throwable thrown = attack.join();
    if (thrown instanceof IllegalStateException && mayRefuse) {
      rest(subject, Subject.End.THROWN, found);
    } else {
      settle(row, subject, attack, null, Subject.End.RETURNED, found);
    }
    found.forEach(each -> faults.add("[" + name + "] " + each));
  }

  private static <S extends Subject> void strike(
      Row<S> row, S subject, Hook hook, @Nullable Throwable thrown, List<String> faults) {
    CompletableFuture<@Nullable Throwable> attack =
        Threads.start(row.toString(), () -> row.attack().run(subject, hook));
    settle(
        row,
        subject,
        attack,
        thrown,
        thrown == null ? Subject.End.RETURNED : Subject.End.THROWN,
        faults);
  }

  private static <S extends Subject> void settle(
      Row<S> row,
      S subject,
      CompletableFuture<@Nullable Throwable> attack,
      @Nullable Throwable thrown,
      Subject.End end,
      List<String> faults) {
    if (!Threads.ends(attack)) {
      faults.add("the operation does not end within " + Threads.seconds() + " s");
      return;
    }
    Throwable got = attack.join();
    switch (row.fate()) {
      case PASSED_ON -> Subject.require(faults, isSame(got, thrown), came(got, thrown));
      case WRAPPED ->
          Subject.require(
              faults,
              thrown == null ? got == null : got != null && isSame(got.getCause(), thrown),
              came(got, thrown));
      case KEPT -> Subject.require(faults, got == null, came(got, null));
      case UNCALLED -> Subject.require(faults, got == null, "calls it: " + came(got, null));
      case REFUSED ->
          Subject.require(
              faults, got instanceof UnsupportedOperationException, "supported: " + got);
    }
    rest(subject, end, faults);
  }

  private static boolean isSame(@Nullable Throwable got, @Nullable Throwable expected) {
    return expected instanceof StackOverflowError
        ? got instanceof StackOverflowError
        : got == expected;
  }

  private static String came(@Nullable Throwable got, @Nullable Throwable expected) {
    return "the operation ended with "
        + (got == null ? "a return" : Threads.brief(got))
        + ", not with "
        + (expected == null ? "a return" : expected);
  }

  /** Checks the subject's final state on a separate thread. */
  static void rest(Subject subject, Subject.End end, List<String> faults) {
    List<String> found = new ArrayList<>();
    String fault =
        Threads.fault(
            "the check of its operations afterwards",
            4 * Threads.seconds(),
            () -> subject.callToAccount(found, end));
    if (fault == null || !fault.contains("does not get through")) {
      faults.addAll(found);
    }
    add(faults, fault);
    subject.end();
  }

  private static void add(List<String> faults, @Nullable String fault) {
    if (fault != null) {
      faults.add(fault);
    }
  }

  private static void pass(CountDownLatch latch) {
    try {
      if (!latch.await(20L * Threads.seconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("no thread has released the hostile callback");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("InfiniteRecursion") // overflows on purpose
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }
}
