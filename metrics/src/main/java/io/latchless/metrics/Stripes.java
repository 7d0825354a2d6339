package io.latchless.metrics;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Supplier;

/** Stripes of one kind, as many as are written at the same time. */
final class Stripes {
  /*
   * A thread begins with the stripe that its id names and mostly finds it free and in its own cache.
   * Where it is taken there are more threads at work than was known: up to a number that leaves them
   * room to miss each other, stripes are then doubled. After that one is added only if all were found
   * taken, by threads that were stopped while they wrote. Stripes never go, so what was recorded does
   * not. Whoever adds some does so by compare-and-set, and a failure means that another one has. The
   * array is read with acquire: nothing but what is in it has to be seen.
   */

  private static final VarHandle STRIPES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "stripes", VarHandle.class, Stripes.class, Stripe[].class);

  /** Of 2^64. */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private static final int STRIPES_PER_PROCESSOR = 8;

  private final Supplier<Stripe> maker;
  private final int enough;

  @SuppressWarnings("UnusedVariable") // through STRIPES only
  private volatile Stripe[] stripes;

  Stripes(Supplier<Stripe> maker) {
    this(maker, STRIPES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  Stripes(Supplier<Stripe> maker, int enough) {
    this.maker = maker;
    this.enough = enough;
    this.stripes = new Stripe[] {maker.get()};
  }

  /** A stripe whose writer the calling thread is until it ends. */
  Stripe claim() {
    Stripe[] seen = stripesAcquire();
    Stripe home = seen[home(seen.length)];
    return home.tryClaim() ? home : claimAnother();
  }

  private Stripe claimAnother() {
    Stripe[] seen = stripesAcquire();
    if (seen.length < enough) {
      append(seen, seen.length);
    }
    for (; ; ) {
      seen = stripesAcquire();
      int home = home(seen.length);
      for (int i = 0; i < seen.length; i++) {
        Stripe stripe = seen[(home + i) % seen.length];
        if (stripe.tryClaim()) {
          return stripe;
        }
      }
      append(seen, 1);
    }
  }

  /** Adds some, unless another thread has. */
  private void append(Stripe[] seen, int more) {
    Stripe[] next = Arrays.copyOf(seen, seen.length + more);
    for (int i = seen.length; i < next.length; i++) {
      next[i] = maker.get();
    }
    STRIPES.compareAndSet(this, seen, next);
  }

  /** Reads one stripe after the other, each as it is between two changes. */
  void readAll(Reader reader) {
    Stripe[] seen = stripesAcquire();
    long[] words = new long[seen[0].size()];
    for (Stripe stripe : seen) {
      long changes = stripe.read(words);
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

  private Stripe[] stripesAcquire() {
    return (Stripe[]) STRIPES.getAcquire(this);
  }
}
