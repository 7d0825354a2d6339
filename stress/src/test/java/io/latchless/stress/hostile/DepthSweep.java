package io.latchless.stress.hostile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs operations at every depth near the end of a thread's stack. */
final class DepthSweep {
  /*
   * A thread recurses until its stack overflows. On the way back each level tries the operation
   * once, on a fresh object. The first attempt overflows at once, and each later one has one more
   * frame to use, until the operation has succeeded several times in a row. The interpreter checks
   * the stack at every call, compiled code only at calls that are not inlined, so the sweep runs in
   * an interpreter-only JVM.
   *
   * Only the library and the scenario run on the short stack. Objects are created beforehand, and
   * checked afterwards on another thread.
   */

  private static final int WARM_UPS = 2;

  /** How often in a row an operation succeeds before the sweep ends. */
  private static final int CALM = 4;

  private static final int FINE_LEVELS = 32;
  private static final int COARSER = 16;

  /** How many more frames each attempt has than the one before; 1 is finest. */
  private final int step;

  private final int levels;

  DepthSweep(int step, int levels) {
    this.step = step;
    this.levels = levels;
  }

  /** Sweeps all attacks of the given scenarios, and the operations of each kind of subject once. */
  List<String> findings(Collection<Row<?>> rows) {
    List<String> findings = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    for (Row<?> row : rows) {
      sweepAttack(row, findings);
      Subject any = row.fresh();
      List<String> names =
          kinds.add(any.kind()) ? List.copyOf(any.operations().keySet()) : List.of();
      any.discard();
      for (String name : names) {
        if (name.startsWith("a parked")) {
          continue; // waits for other threads, here for ever
        }
        sweep(row, name, subject -> requireNonNull(subject.operations().get(name)), findings);
      }
    }
    return findings;
  }

  private <S extends Subject> void sweepAttack(Row<S> row, List<String> findings) {
    if (row.fate() != Fate.REFUSED) {
      sweep(row, "attack", subject -> () -> row.attack().run(subject, Hook.GENTLE), findings);
    }
  }

  private <S extends Subject> void sweep(
      Row<S> row, String name, Function<S, Subject.Operation> operation, List<String> findings) {
    List<S> subjects = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      subjects.add(row.fresh());
    }
    List<Subject.Operation> operations = subjects.stream().map(operation).toList();
    String what = row + " / stack overflow in " + name;
    for (int i = 0; i < WARM_UPS; i++) {
      String fault = Threads.fault("warm-up", operations.get(i));
      if (fault != null) {
        findings.add(what + ": " + fault);
        return;
      }
    }
    Descent descent = new Descent(operations, WARM_UPS, step);
    CompletableFuture<@Nullable Throwable> end = Threads.start("descent", descent::run);
    if (!Threads.ends(end)) {
      findings.add(what + ": hangs on the short stack at level " + descent.at);
      return;
    }
    int swept = descent.at;
    AtomicInteger at = new AtomicInteger();
    List<String> faults = new ArrayList<>();
    String fault =
        Threads.fault(
            "the check of its operations afterwards",
            4 * Threads.seconds(),
            () -> {
              for (int i = WARM_UPS; i < swept; i++) {
                at.set(i);
                List<String> found = new ArrayList<>();
                Throwable thrown = descent.ends[i];
                if (thrown != null && !isOverflow(thrown)) {
                  found.add("throws " + Threads.brief(thrown));
                }
                account(subjects.get(i), found);
                if (!found.isEmpty()) {
                  faults.add("level " + (i - WARM_UPS) + ": " + found);
                }
              }
            });
    if (fault != null) {
      faults.add("level " + (at.get() - WARM_UPS) + ": " + fault);
    }
    if (descent.calm < CALM) {
      faults.add("never succeeds, at the last of " + swept + " levels: " + descent.ends[swept - 1]);
    }
    subjects.forEach(Subject::discard);
    if (!faults.isEmpty()) {
      findings.add(
          what
              + ": at "
              + faults.size()
              + " of "
              + (swept - WARM_UPS)
              + " levels, "
              + faults.get(0));
    }
  }

  private static void account(Subject subject, List<String> found) {
    try {
      subject.callToAccount(found, Subject.End.OVERFLOWED);
    } catch (Exception | AssertionError e) {
      found.add(Threads.brief(e));
    } finally {
      subject.end();
    }
  }

  private static boolean isOverflow(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof StackOverflowError) {
        return true;
      }
    }
    return false;
  }

  /** Recurses, and runs the attempts on the way back. */
  private static final class Descent {
    private final Subject.Operation[] operations;
    private final int step;
    final @Nullable Throwable[] ends;
    volatile int at;
    int calm;
    private int skipped;

    Descent(List<Subject.Operation> operations, int from, int step) {
      this.operations = operations.toArray(Subject.Operation[]::new);
      this.ends = new Throwable[this.operations.length];
      this.at = from;
      this.step = step;
    }

    void run() {
      var unused = down();
    }

    @SuppressWarnings("InfiniteRecursion") // overflows on purpose
    private int down() {
      int below = 0;
      try {
        below = down();
      } catch (StackOverflowError bottom) {
        skipped = 0;
      }
      if (calm < CALM && at < operations.length && ++skipped >= framesToNext()) {
        attempt();
        skipped = 0;
      }
      return below + 1;
    }

    /**
     * Returns the step in frames, coarser further up, where only operations fail that need a lot of
     * stack.
     */
    private int framesToNext() {
      return at < FINE_LEVELS ? step : COARSER * step;
    }

    private void attempt() {
      int now = at;
      try {
        operations[now].run();
        calm++;
      } catch (Throwable thrown) {
        ends[now] = thrown;
        calm = 0;
      }
      at = now + 1;
    }
  }
}
