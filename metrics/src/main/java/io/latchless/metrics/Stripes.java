package io.latchless.metrics;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Stripes of one kind, as many as are written at the same time. */
final class Stripes {
  /*
   * As long as there is one stripe, nobody's id is asked for: that takes as long as half a record.
   * Then a thread begins with the stripe that its id names and mostly finds it free and in its own cache.
   * Where it is taken there are more threads at work than was known: up to a number that leaves them
   * room to miss each other, stripes are then doubled. After that one is added only if all were found
   * taken, by threads that were stopped while they wrote or read. One that its writer has abandoned is
   * recovered by the next thread that finds it taken. Stripes never go, so what was recorded does not.
   * Whoever adds some does so by compare-and-set, and a failure means that another one has. The
   * array is read with acquire: nothing but what is in it has to be seen.
   */

  private static final VarHandle STRIPES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "stripes", VarHandle.class, Stripes.class, long[][].class);

  /** Of 2^64. */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private static final int STRIPES_PER_PROCESSOR = 8;

  private final long[] initial;
  private final int cells;
  private final int enough;

  @SuppressWarnings("UnusedVariable") // through STRIPES only
  private volatile long[][] stripes;

  /** One of them, to begin with: the values of its fields, and how many cells it has. */
  Stripes(long[] initial, int cells) {
    this(initial, cells, STRIPES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  Stripes(long[] initial, int cells, int enough) {
    this.initial = initial.clone();
    this.cells = cells;
    this.enough = enough;
    this.stripes = new long[][] {Stripe.of(initial, cells)};
  }

  /**
   * A stripe whose writer the calling thread is until it ends. All that the writer does with it is
   * within a {@code try} that abandons it:
   *
   * <pre>{@code
   * long[] stripe = stripes.claim();
   * try {
   *   long claimed = Stripe.begin(stripe);
   *   ...
   *   Stripe.endRelease(stripe, claimed);
   * } catch (Throwable failure) { // of a stack that overflows; no calls, which would overflow too
   *   Stripe.failed = 1;
   *   stripe[Stripe.ABANDONED] = Stripe.failed;
   *   throw failure;
   * }
   * }</pre>
   */
  long[] claim() {
    long[][] seen = stripesAcquire();
    long[] home = seen.length == 1 ? seen[0] : seen[home(seen.length)];
    return Stripe.tryClaim(home) ? home : claimAnother();
  }

  private long[] claimAnother() {
    long[][] seen = stripesAcquire();
    if (seen.length < enough && !recover(seen[home(seen.length)])) {
      append(seen, seen.length);
    }
    for (; ; ) {
      seen = stripesAcquire();
      int home = home(seen.length);
      for (int i = 0; i < seen.length; i++) {
        long[] stripe = seen[(home + i) % seen.length];
        if (Stripe.tryClaim(stripe) || (recover(stripe) && Stripe.tryClaim(stripe))) {
          return stripe;
        }
      }
      append(seen, 1);
    }
  }

  private boolean recover(long[] stripe) {
    return Stripe.recover(stripe, initial.length, cells);
  }

  /** Adds some, unless another thread has. */
  private void append(long[][] seen, int more) {
    long[][] next = Arrays.copyOf(seen, seen.length + more);
    for (int i = seen.length; i < next.length; i++) {
      next[i] = Stripe.of(initial, cells);
    }
    STRIPES.compareAndSet(this, seen, next);
  }

  /** Reads one stripe after the other, each as it is between two changes. */
  void readAll(Reader reader) {
    long[][] seen = stripesAcquire();
    long[] words = new long[initial.length + cells];
    for (long[] stripe : seen) {
      long changes = Stripe.read(stripe, initial.length, cells, words);
      reader.read(changes, words);
    }
  }

  /** Is given one stripe after the other. */
  interface Reader {
    /** Of one stripe: how many changes there have been, its fields, and behind them its cells. */
    void read(long changes, long[] words);
  }

  int size() {
    return stripesAcquire().length;
  }

  /**
   * Where the calling thread begins. Multiples of the golden ratio, modulo 1, keep ids apart that
   * follow one another, which those of a pool's threads do.
   */
  private static int home(int length) {
    long spread = (Thread.currentThread().getId() * GOLDEN_RATIO) >>> 32;
    return (int) ((spread * length) >>> 32);
  }

  /** All of them; the array may not be changed. */
  long[][] stripesAcquire() {
    return (long[][]) STRIPES.getAcquire(this);
  }
}
