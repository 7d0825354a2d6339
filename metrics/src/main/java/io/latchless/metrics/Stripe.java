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
   * these steps, of which its two lowest bits say which:
   *
   *   0 idle         both copies say the same
   *   1 claimed      the writer's copy is being changed       readers take the second
   *   3 published    the second is being brought up to date   readers take the writer's
   *   2 rolled back  both copies say the same again           readers take the second
   *
   *     0 -> 1 -> 3 -> 4 (idle)            a change
   *          1 -> 2 -> 1 -> 3 -> 4         the same after a writer that failed before it published
   *
   * A writer claims by compare-and-set, which makes it the only one, changes its copy, publishes by
   * a store with release, repeats its changes in the second copy, and ends by another such store.
   * One that finds the stripe claimed takes another stripe. So each writer starts from its own copy,
   * and the second is read by readers only, and by the thread that rolls back.
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
   * A writer's stack may overflow at any call that it makes, those of the VarHandles included. It then
   * marks the stripe as abandoned, by accesses of its own frame that call nothing, and passes the error
   * on. The stripe stays readable as after any writer that was stopped. The next writer that comes to
   * it recovers it: it takes the mark away by compare-and-set, which makes it the only one, and takes
   * the change back if it was not published, or else completes it. After a change that was taken back
   * the version must not be what it was before: a reader of the writer's copy could have seen some of
   * that change. So it is a fourth step, from which the next claim leads on.
   *
   * Cells are there once. A writer may write one between publication and end, and only with what its
   * copy already says; a reader of that copy completes from its fields what it has found in the cells,
   * wherever the writer is, and readers of the second copy find cells that are as old as it is. So that
   * such a write can be recovered, the last two fields of a stripe with cells are the index of the cell
   * that the latest change wrote, below 0 if there is none, and what it wrote.
   *
   * A stripe is an array, and its writer carries the version along: behind each of these accesses the
   * compiler would have to load again whatever an object holds, which costs a record as much as its
   * compare-and-set. The two copies of a field lie side by side, for constant distances.
   */

  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private static final int CLAIMED = 1;
  private static final int ROLLED_BACK = 2;
  private static final int PUBLISHED = 3;

  /** The bits of the step; one in which a writer is at work is odd. */
  private static final int STEP = 3;

  /** From one change to the next, in versions. */
  private static final int CHANGE = 4;

  /** Words on either side: 128 bytes. */
  private static final int PAD = 16;

  private static final int VERSION = PAD;

  /** How many readers want writers to take another stripe. */
  static final int READERS_WAITING = PAD + 1;

  /** 1 if the writer has failed, and nobody has recovered the stripe yet. */
  static final int ABANDONED = PAD + 2;

  private static final int FIRST = PAD + 3;
  private static final int SECOND = FIRST + 1;
  private static final int COPIES = 2;
  private static final int PATIENCE = 4;

  /**
   * Stored to and loaded from by a writer that has failed, before it stores the same to {@link
   * #ABANDONED}: a fence without a call.
   */
  static volatile long failed = 1;

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

  /**
   * Makes this thread the writer until it ends; false if there is one or a reader waits. Nothing
   * that can fail comes after the claim, here or on the way back to the writer, which begins at
   * once.
   */
  static boolean tryClaim(long[] stripe) {
    long version = wordOpaque(stripe, VERSION);
    return (version & CLAIMED) == 0
        && (long) WORDS.getVolatile(stripe, READERS_WAITING) <= 0
        && WORDS.compareAndSet(stripe, VERSION, version, (version & -CHANGE) | CLAIMED);
  }

  /** Begins the change. For the writer; returns the version of its claim. */
  static long begin(long[] stripe) {
    VarHandle.releaseFence();
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
  static void mirrorOpaque(long[] stripe, int field) {
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
   * Ends the claim of a writer that has failed: takes its change back, or completes it if it was
   * published.
   *
   * @return true if it did; false if the stripe is not abandoned, or another thread was faster
   */
  static boolean recover(long[] stripe, int fields, int cells) {
    boolean isMine = false;
    try {
      isMine = wordOpaque(stripe, ABANDONED) != 0 && WORDS.compareAndSet(stripe, ABANDONED, 1L, 0L);
      if (isMine) {
        long version = begin(stripe);
        if ((version & STEP) == PUBLISHED) {
          complete(stripe, fields, cells);
        } else {
          for (int i = 0; i < fields; i++) {
            setOpaque(stripe, i, wordOpaque(stripe, SECOND + COPIES * i));
          }
        }
        WORDS.setRelease(stripe, VERSION, version + 1); // rolled back, or idle
      }
    } catch (Throwable failure) {
      if (isMine) {
        failed = 1;
        stripe[ABANDONED] = failed;
      }
      throw failure;
    }
    return isMine;
  }

  private static void complete(long[] stripe, int fields, int cells) {
    int repeated = cells == 0 ? fields : fields - 2;
    for (int i = 0; i < repeated; i++) {
      mirrorOpaque(stripe, i);
    }
    if (repeated < fields) {
      setCellOpaque(
          stripe, firstCell(fields) + (int) get(stripe, repeated), get(stripe, fields - 1));
    }
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
    WORDS.getAndAdd(stripe, READERS_WAITING, 1L);
    try {
      for (; ; ) {
        long changes = tryRead(stripe, fields, cells, into);
        if (changes >= 0) {
          return changes;
        }
        Thread.onSpinWait();
      }
    } finally {
      withdraw(stripe);
    }
  }

  /** Where that fails, no request stays that would keep writers away for ever. */
  private static void withdraw(long[] stripe) {
    try {
      WORDS.getAndAdd(stripe, READERS_WAITING, -1L);
    } catch (Throwable failure) {
      stripe[READERS_WAITING] = 0;
      throw failure;
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
    long stable = published ? version + CHANGE - PUBLISHED : (version & -CHANGE) | ROLLED_BACK;
    return wordOpaque(stripe, VERSION) <= stable ? (version + CHANGE - PUBLISHED) / CHANGE : -1;
  }

  private static long wordOpaque(long[] stripe, int at) {
    return (long) WORDS.getOpaque(stripe, at);
  }
}
