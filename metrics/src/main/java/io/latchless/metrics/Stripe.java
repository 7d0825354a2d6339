package io.latchless.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Some words that change together: one writer at a time, and readers that see them as they were
 * between two changes, whatever a writer does meanwhile and wherever it was stopped.
 *
 * <p>Source: the order of accesses is that of a sequence lock, after Hans Boehm, "Can seqlocks get
 * along with programming language memory models?" (MSPC 2012); the two copies are what lets readers
 * go on where a sequence lock's would wait.
 */
final class Stripe {
  /*
   * There are two copies of the fields, the writer's and the second. A change takes the version through
   * three steps, of which its two lowest bits say which:
   *
   *   idle       both copies say the same
   *   claimed    the writer's copy is being changed       readers take the second
   *   published  the second is being brought up to date   readers take the writer's
   *
   * A writer claims by compare-and-set, which makes it the only one, changes its copy, publishes by
   * a store with release, repeats its changes in the second copy, and ends by another such store.
   * One that finds the stripe claimed takes another stripe. So each writer starts from its own copy,
   * and the second is never read but by readers.
   *
   * A reader takes the version with acquire, reads the copy that is stable, and looks at the version
   * again: the second copy is changed only after the next publication, the writer's only after the
   * next claim. A writer that was stopped for good disturbs no reader. The writer's fences keep its
   * stores to a copy behind the version that forbids to read it, the reader's keeps its second look
   * behind its loads: a reader that has seen any part of a change sees a version that tells it so.
   * Copies are stored to and read by others opaquely, for they may meet there; the writer reads its
   * own plainly, as its claim has ordered that behind all earlier changes.
   *
   * A reader that has failed some times says that it wants to read. Writers that come after that take
   * another stripe, so it fails at most twice more for each thread that was between its look at the
   * request and its claim just then. That is why both the request and the look at it are volatile: with
   * less, a writer's look could pass its own earlier claims, and one thread disturb the reader again and
   * again. On x86 the look is a plain move. The look at the version before a claim is opaque, for the
   * compare-and-set would fail on a stale one.
   *
   * Cells are there once. A writer may write one between publication and end, and only with what its
   * copy already says; a reader of that copy completes from its fields what it has found in the cells,
   * wherever the writer is, and readers of the second copy find cells that are as old as it is.
   *
   * A stripe is an array, and its writer carries the version along: behind each of these accesses the
   * compiler would have to load again whatever an object holds, which costs a record as much as its
   * compare-and-set. The two copies of a field lie side by side, for constant distances.
   */

  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private static final int CLAIMED = 1;
  private static final int PUBLISHED = 2;
  private static final int STEP = 3;

  /** From one change to the next, in versions. */
  private static final int CHANGE = 4;

  /** Words on either side: 128 bytes. */
  private static final int PAD = 16;

  private static final int VERSION = PAD;

  /** How many readers want writers to take another stripe. */
  static final int WANTED = PAD + 1;

  private static final int FIRST = PAD + 2;
  private static final int SECOND = FIRST + 1;
  private static final int COPIES = 2;
  private static final int PATIENCE = 4;

  private Stripe() {}

  /**
   * A stripe that nobody has claimed.
   *
   * @param initial the values of the fields
   * @param cells how many cells there are, all 0
   */
  static long[] of(long[] initial, int cells) {
    long[] stripe = new long[firstCell(initial.length) + cells + PAD];
    for (int i = 0; i < initial.length; i++) {
      stripe[FIRST + COPIES * i] = initial[i];
      stripe[SECOND + COPIES * i] = initial[i];
    }
    return stripe;
  }

  /** Where the cells of a stripe with so many fields begin. */
  static int firstCell(int fields) {
    return FIRST + COPIES * fields;
  }

  /** Makes this thread the writer until it ends; false if there is one or a reader waits. */
  static boolean tryClaim(long[] stripe) {
    long version = wordOpaque(stripe, VERSION);
    if ((version & STEP) != 0
        || (long) WORDS.getVolatile(stripe, WANTED) != 0
        || !WORDS.compareAndSet(stripe, VERSION, version, version + CLAIMED)) {
      return false;
    }
    VarHandle.releaseFence();
    return true;
  }

  /** The version of its claim, for the writer. */
  static long claimed(long[] stripe) {
    return stripe[VERSION];
  }

  /** A field of the writer's copy. For the writer. */
  static long get(long[] stripe, int field) {
    return stripe[FIRST + COPIES * field];
  }

  /** Changes a field of the writer's copy. For the writer, before it publishes. */
  static void setOpaque(long[] stripe, int field, long value) {
    WORDS.setOpaque(stripe, FIRST + COPIES * field, value);
  }

  /** Shows readers the writer's copy. */
  static void publishRelease(long[] stripe, long claimed) {
    WORDS.setRelease(stripe, VERSION, claimed + PUBLISHED - CLAIMED);
    VarHandle.releaseFence();
  }

  /** Brings a field of the second copy up to date. For the writer, after it has published. */
  static void repeatOpaque(long[] stripe, int field) {
    WORDS.setOpaque(stripe, SECOND + COPIES * field, get(stripe, field));
  }

  /** For the writer; where cells begin says {@link #firstCell}. */
  static long getCell(long[] stripe, int at) {
    return stripe[at];
  }

  /** For the writer, after it has published fields that say so. */
  static void setCellOpaque(long[] stripe, int at, long value) {
    WORDS.setOpaque(stripe, at, value);
  }

  /** Ends the claim, when all changed fields have been repeated. */
  static void endRelease(long[] stripe, long claimed) {
    WORDS.setRelease(stripe, VERSION, claimed + CHANGE - CLAIMED);
  }

  /**
   * Copies the fields as they were between two changes, and behind them the cells.
   *
   * @return how many changes there had been
   */
  static long read(long[] stripe, int fields, int cells, long[] into) {
    for (int i = 0; i < PATIENCE; i++) {
      long changes = tryRead(stripe, fields, cells, into);
      if (changes >= 0) {
        return changes;
      }
    }
    WORDS.getAndAdd(stripe, WANTED, 1L);
    try {
      for (; ; ) {
        long changes = tryRead(stripe, fields, cells, into);
        if (changes >= 0) {
          return changes;
        }
        Thread.onSpinWait();
      }
    } finally {
      WORDS.getAndAdd(stripe, WANTED, -1L);
    }
  }

  /** The number of changes, or -1. */
  private static long tryRead(long[] stripe, int fields, int cells, long[] into) {
    long version = (long) WORDS.getAcquire(stripe, VERSION);
    boolean published = (version & STEP) == PUBLISHED;
    int copy = published ? FIRST : SECOND;
    for (int i = 0; i < fields; i++) {
      into[i] = wordOpaque(stripe, copy + COPIES * i);
    }
    int firstCell = firstCell(fields);
    for (int i = 0; i < cells; i++) {
      into[fields + i] = wordOpaque(stripe, firstCell + i);
    }
    VarHandle.acquireFence();
    long stable = published ? version + CHANGE - PUBLISHED : version | CLAIMED;
    return wordOpaque(stripe, VERSION) <= stable ? (version + PUBLISHED) / CHANGE : -1;
  }

  private static long wordOpaque(long[] stripe, int at) {
    return (long) WORDS.getOpaque(stripe, at);
  }
}
