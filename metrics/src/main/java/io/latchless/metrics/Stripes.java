package io.latchless.metrics;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Stripes of one kind, as many as are written at the same time. */
final class Stripes {
  /*
   * While there is one stripe, no thread asks for its id, which would take as long as half a
   * record. With more stripes, a thread starts at the stripe that its id names, and mostly finds it
   * free and in its own cache. If that stripe is taken, double the number of stripes, up to a limit
   * that leaves threads room to miss each other. Beyond the limit, a thread appends one stripe only
   * if it finds all of them taken, by threads that were stopped while they wrote or read. A stripe
   * that its writer has abandoned is recovered by the next thread that finds it taken.
   *
   * Stripes are never removed, so no record is lost. A thread appends stripes by compare-and-set; a
   * failure means that another thread has appended some. The array is read with acquire: only its
   * contents have to be visible.
   */

  private static final VarHandle STRIPES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "stripes", VarHandle.class, Stripes.class, long[][].class);

  /** The golden ratio's fraction of 2^64. */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private static final int STRIPES_PER_PROCESSOR = 8;

  private final long[] initial;
  private final int spill;
  private final int enough;

  @SuppressWarnings("UnusedVariable") // used through STRIPES only
  private volatile long[][] stripes;

  /** Creates one stripe, with the given fields and a spill of so many cells. */
  Stripes(long[] initial, int spill) {
    this(initial, spill, STRIPES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  Stripes(long[] initial, int spill, int enough) {
    this.initial = initial.clone();
    this.spill = spill;
    this.enough = enough;
    this.stripes = new long[][] {Stripe.of(initial, spill)};
  }

  /**
   * Returns a stripe whose writer the calling thread is until it ends. The writer uses the stripe
   * within a {@code try} that abandons it on failure:
   *
   * <pre>{@code
   * long[] stripe = stripes.claim();
   * try {
   *   long claimed = Stripe.begin(stripe);
   *   ...
   *   Stripe.endRelease(stripe, claimed);
   * } catch (Throwable failure) { // perhaps a stack overflow, and a call here would overflow too
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
    return Stripe.recover(stripe, initial.length, spill);
  }

  /** Appends stripes, unless another thread has. */
  private void append(long[][] seen, int more) {
    long[][] next = Arrays.copyOf(seen, seen.length + more);
    for (int i = seen.length; i < next.length; i++) {
      next[i] = Stripe.of(initial, spill);
    }
    STRIPES.compareAndSet(this, seen, next);
  }

  /** Reads one stripe after the other, each as it is between two changes. */
  void readAll(Reader reader) {
    long[][] seen = stripesAcquire();
    long[] words = new long[initial.length + spill];
    for (long[] stripe : seen) {
      long changes = Stripe.read(stripe, initial.length, spill, words);
      reader.read(changes, words);
    }
  }

  /** Receives one stripe after the other. */
  interface Reader {
    /** Receives the number of changes of one stripe, and its fields, followed by its spill. */
    void read(long changes, long[] words);
  }

  int size() {
    return stripesAcquire().length;
  }

  /**
   * Returns where the calling thread starts. Multiples of the golden ratio, modulo 1, separate
   * consecutive ids, which the threads of a pool often have.
   */
  private static int home(int length) {
    long spread = (Thread.currentThread().getId() * GOLDEN_RATIO) >>> 32;
    return (int) ((spread * length) >>> 32);
  }

  /** Returns all stripes; callers must not change the array. */
  long[][] stripesAcquire() {
    return (long[][]) STRIPES.getAcquire(this);
  }
}
