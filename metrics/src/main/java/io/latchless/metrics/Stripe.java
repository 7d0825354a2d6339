package io.latchless.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A few words that change together. One writer at a time changes them. Readers see them as they
 * were between two changes, even while a writer is at work or after it has stopped.
 *
 * <p>Source: the accesses are ordered as in a sequence lock, after Hans Boehm, "Can seqlocks get
 * along with programming language memory models?" (MSPC 2012). The two copies let readers go on
 * where those of a sequence lock would wait.
 */
final class Stripe {
  /*
   * STEPS. There are two copies of the fields: the writer's copy and the second copy. A change
   * takes the version through these steps, which are its two lowest bits:
   *
   *   0 idle         both copies are equal                        readers read the second
   *   1 claimed      the writer is changing its copy              readers read the second
   *   3 published    the second copy is being brought up to date  readers read the writer's
   *   2 rolled back  both copies are equal again                  readers read the second
   *
   *     0 -> 1 -> 3 -> 4 (idle)            a change
   *          1 -> 2 -> 1 -> 3 -> 4         the same after a writer that failed before it published
   *
   * LAYOUT. A stripe is an array, and its writer carries the version along. With an object, the
   * compiler would have to reload its fields after each of these accesses, which costs a record as
   * much as its compare-and-set. The two copies of a field lie side by side, so that their distance
   * is constant.
   *
   *     pad | version, readers waiting, abandoned | 1st copy, 2nd copy of each field | spill | pad
   *
   * WRITERS. A writer claims the stripe by compare-and-set, which makes it the only writer. It
   * changes its copy, publishes by a release store, mirrors its changes in the second copy, and
   * ends by another release store. A writer that finds the stripe claimed takes another stripe. So
   * each writer starts from its own copy; only readers, and the thread that rolls back, read the
   * second one.
   *
   * READERS. A reader reads the version with acquire, reads the copy that is stable, and looks at
   * the version again. The second copy changes only after the next publication, the writer's copy
   * only after the next claim. So a writer that has stopped for good disturbs no reader.
   *
   * ORDER. The writer's fences keep its stores to a copy behind the version that forbids reading
   * that copy. The reader's fence keeps its second look behind its loads. So a reader that has seen
   * any part of a change also sees a version that says so. Copies are stored opaquely, and read
   * opaquely by other threads, because the two may race. The writer reads its own copy plainly: its
   * claim has ordered this read behind all earlier changes.
   *
   * WAITING READERS. A reader that has failed some times requests that writers stay away. Writers
   * that come later take another stripe. So the reader fails at most twice more for each thread
   * that was just then between its look at the request and its claim. That is why both the request
   * and the look are volatile. Otherwise a writer's look could pass its own earlier claims, and one
   * thread could disturb the reader again and again. On x86 the look is a plain move. The look at
   * the version before a claim is opaque, because the compare-and-set fails on a stale version.
   *
   * RECOVERY. A writer's stack may overflow at any call, including those of the VarHandles. The
   * writer then marks the stripe as abandoned, by accesses in its own frame that call nothing, and
   * rethrows the error. The stripe stays readable, as after any writer that has stopped. The next
   * writer that comes to it removes the mark by compare-and-set, which makes it the only writer. It
   * takes the change back if it was not published, or else completes it. After a rollback the
   * version must differ from the one before the change, because a reader of the writer's copy could
   * have seen part of that change. Hence the fourth step, from which the next claim goes on.
   *
   * THE SPILL is a row of cells that exist only once. A writer may write one cell between
   * publication and end, and only a value that its copy already holds. A reader of the writer's
   * copy completes the spill from the fields, wherever the writer is. A reader of the second copy
   * finds cells that are as old as this copy. For recovery, the last two fields of a stripe with a
   * spill describe the latest change: the index of the cell that it wrote, below 0 if there is
   * none, and the value.
   */

  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private static final int CLAIMED = 1;
  private static final int ROLLED_BACK = 2;
  private static final int PUBLISHED = 3;

  /** The bits of the step; a step in which a writer is at work is odd. */
  private static final int STEP = 3;

  /** How far the version grows from one change to the next. */
  private static final int CHANGE = 4;

  /** How many words lie on either side: 128 bytes. */
  private static final int PAD = 16;

  private static final int VERSION = PAD;

  /** How many readers request that writers take another stripe. */
  static final int READERS_WAITING = PAD + 1;

  /** Holds 1 if the writer has failed and no thread has recovered the stripe yet. */
  static final int ABANDONED = PAD + 2;

  private static final int FIRST = PAD + 3;
  private static final int SECOND = FIRST + 1;
  private static final int COPIES = 2;
  private static final int PATIENCE = 4;

  /**
   * A fence without a call. A writer that has failed stores to this field, loads from it, and
   * stores the loaded value to {@link #ABANDONED}.
   */
  static volatile long failed = 1;

  private Stripe() {}

  /**
   * Creates an unclaimed stripe.
   *
   * @param initial the values of the fields
   * @param spill how many cells the spill has; they start at 0
   */
  static long[] of(long[] initial, int spill) {
    long[] stripe = new long[firstCell(initial.length) + spill + PAD];
    for (int i = 0; i < initial.length; i++) {
      stripe[FIRST + COPIES * i] = initial[i];
      stripe[SECOND + COPIES * i] = initial[i];
    }
    return stripe;
  }

  /** Returns where the spill of a stripe with so many fields begins. */
  static int firstCell(int fields) {
    return FIRST + COPIES * fields;
  }

  /**
   * Makes the calling thread the writer until it ends. Returns false if there is a writer, or if a
   * reader waits. Nothing that can fail comes after the claim, here or on the way back to the
   * writer, which begins at once.
   */
  static boolean tryClaim(long[] stripe) {
    long version = wordOpaque(stripe, VERSION);
    return (version & CLAIMED) == 0
        && (long) WORDS.getVolatile(stripe, READERS_WAITING) <= 0
        && WORDS.compareAndSet(stripe, VERSION, version, (version & -CHANGE) | CLAIMED);
  }

  /** Begins the change and returns the version of the claim. For the writer only. */
  static long begin(long[] stripe) {
    VarHandle.releaseFence();
    return stripe[VERSION];
  }

  /** Returns a field of the writer's copy. For the writer only. */
  static long get(long[] stripe, int field) {
    return stripe[FIRST + COPIES * field];
  }

  /** Changes a field of the writer's copy. For the writer only, before it publishes. */
  static void setOpaque(long[] stripe, int field, long value) {
    WORDS.setOpaque(stripe, FIRST + COPIES * field, value);
  }

  /** Shows the writer's copy to readers. */
  static void publishRelease(long[] stripe, long claimed) {
    WORDS.setRelease(stripe, VERSION, claimed + PUBLISHED - CLAIMED);
    VarHandle.releaseFence();
  }

  /** Brings a field of the second copy up to date. For the writer only, after it has published. */
  static void mirrorOpaque(long[] stripe, int field) {
    WORDS.setOpaque(stripe, SECOND + COPIES * field, get(stripe, field));
  }

  /** Returns a cell of the spill, which begins at {@link #firstCell}. For the writer only. */
  static long getCell(long[] stripe, int at) {
    return stripe[at];
  }

  /** Stores a cell of the spill. For the writer only, after it has published fields that say so. */
  static void setCellOpaque(long[] stripe, int at, long value) {
    WORDS.setOpaque(stripe, at, value);
  }

  /** Ends the claim, after all changed fields have been mirrored. */
  static void endRelease(long[] stripe, long claimed) {
    WORDS.setRelease(stripe, VERSION, claimed + CHANGE - CLAIMED);
  }

  /**
   * Ends the claim of a writer that has failed: takes its change back, or completes it if it was
   * published.
   *
   * @return false if the stripe is not abandoned, or if another thread was faster
   */
  static boolean recover(long[] stripe, int fields, int spill) {
    boolean isMine = false;
    try {
      isMine = wordOpaque(stripe, ABANDONED) != 0 && WORDS.compareAndSet(stripe, ABANDONED, 1L, 0L);
      if (isMine) {
        long version = begin(stripe);
        if ((version & STEP) == PUBLISHED) {
          complete(stripe, fields, spill);
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

  private static void complete(long[] stripe, int fields, int spill) {
    int mirrored = spill == 0 ? fields : fields - 2;
    for (int i = 0; i < mirrored; i++) {
      mirrorOpaque(stripe, i);
    }
    if (mirrored < fields) {
      setCellOpaque(
          stripe, firstCell(fields) + (int) get(stripe, mirrored), get(stripe, fields - 1));
    }
  }

  /**
   * Copies the fields as they were between two changes, followed by the spill.
   *
   * @return how many changes there had been
   */
  static long read(long[] stripe, int fields, int spill, long[] into) {
    for (int i = 0; i < PATIENCE; i++) {
      long changes = tryRead(stripe, fields, spill, into);
      if (changes >= 0) {
        return changes;
      }
    }
    WORDS.getAndAdd(stripe, READERS_WAITING, 1L);
    try {
      for (; ; ) {
        long changes = tryRead(stripe, fields, spill, into);
        if (changes >= 0) {
          return changes;
        }
        Thread.onSpinWait();
      }
    } finally {
      withdraw(stripe);
    }
  }

  /**
   * Withdraws the request. If that fails, the request is cleared, so that it cannot keep writers
   * away for ever.
   */
  private static void withdraw(long[] stripe) {
    try {
      WORDS.getAndAdd(stripe, READERS_WAITING, -1L);
    } catch (Throwable failure) {
      stripe[READERS_WAITING] = 0;
      throw failure;
    }
  }

  /** Returns the number of changes, or -1 if a change interfered. */
  private static long tryRead(long[] stripe, int fields, int spill, long[] into) {
    long version = (long) WORDS.getAcquire(stripe, VERSION);
    boolean published = (version & STEP) == PUBLISHED;
    int copy = published ? FIRST : SECOND;
    for (int i = 0; i < fields; i++) {
      into[i] = wordOpaque(stripe, copy + COPIES * i);
    }
    int firstCell = firstCell(fields);
    for (int i = 0; i < spill; i++) {
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
