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
   * request and its claim just then.
   *
   * Cells are there once. A writer may write one between publication and end, and only with what its
   * copy already says; a reader of that copy completes from its fields what it has found in the cells,
   * wherever the writer is, and readers of the second copy find cells that are as old as it is.
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
  private static final int WANTED = PAD + 1;
  private static final int FIELDS = PAD + 2;
  private static final int PATIENCE = 4;

  private final int fields;
  private final int second;
  private final int firstCell;
  private final int cells;
  private final long[] words;

  /**
   * A stripe that nobody has claimed.
   *
   * @param initial the values of the fields
   * @param cells how many cells there are, all 0
   */
  Stripe(long[] initial, int cells) {
    this.fields = initial.length;
    this.second = FIELDS + fields;
    this.firstCell = second + fields;
    this.cells = cells;
    this.words = new long[firstCell + cells + PAD];
    System.arraycopy(initial, 0, words, FIELDS, fields);
    System.arraycopy(initial, 0, words, second, fields);
  }

  /** Makes this thread the writer until it ends; false if there is one or a reader waits. */
  boolean tryClaim() {
    long version = versionOpaque();
    if ((version & STEP) != 0
        || wantedOpaque() != 0
        || !WORDS.compareAndSet(words, VERSION, version, version + CLAIMED)) {
      return false;
    }
    VarHandle.releaseFence();
    return true;
  }

  /** A field of the writer's copy. For the writer. */
  long get(int field) {
    return words[FIELDS + field];
  }

  /** Changes a field of the writer's copy. For the writer, before it publishes. */
  void setOpaque(int field, long value) {
    WORDS.setOpaque(words, FIELDS + field, value);
  }

  /** Shows readers the writer's copy. */
  void publishRelease() {
    WORDS.setRelease(words, VERSION, words[VERSION] + PUBLISHED - CLAIMED);
    VarHandle.releaseFence();
  }

  /** Brings a field of the second copy up to date. For the writer, after it has published. */
  void repeatOpaque(int field) {
    WORDS.setOpaque(words, second + field, words[FIELDS + field]);
  }

  /** For the writer. */
  long getCell(int cell) {
    return words[firstCell + cell];
  }

  /** For the writer, after it has published fields that say so. */
  void setCellOpaque(int cell, long value) {
    WORDS.setOpaque(words, firstCell + cell, value);
  }

  /** Ends the claim, when all changed fields have been repeated. */
  void endRelease() {
    WORDS.setRelease(words, VERSION, words[VERSION] + CHANGE - PUBLISHED);
  }

  /** How many words {@link #read} needs. */
  int size() {
    return fields + cells;
  }

  /**
   * Copies the fields as they were between two changes, and behind them the cells.
   *
   * @return how many changes there had been
   */
  long read(long[] into) {
    for (int i = 0; i < PATIENCE; i++) {
      long changes = tryRead(into);
      if (changes >= 0) {
        return changes;
      }
    }
    WORDS.getAndAdd(words, WANTED, 1L);
    try {
      for (; ; ) {
        long changes = tryRead(into);
        if (changes >= 0) {
          return changes;
        }
        Thread.onSpinWait();
      }
    } finally {
      WORDS.getAndAdd(words, WANTED, -1L);
    }
  }

  /** The number of changes, or -1. */
  private long tryRead(long[] into) {
    long version = versionAcquire();
    boolean published = (version & STEP) == PUBLISHED;
    int copy = published ? FIELDS : second;
    for (int i = 0; i < fields; i++) {
      into[i] = wordOpaque(copy + i);
    }
    for (int i = 0; i < cells; i++) {
      into[fields + i] = wordOpaque(firstCell + i);
    }
    VarHandle.acquireFence();
    long stable = published ? version + CHANGE - PUBLISHED : version | CLAIMED;
    return versionOpaque() <= stable ? (version + PUBLISHED) / CHANGE : -1;
  }

  private long versionAcquire() {
    return (long) WORDS.getAcquire(words, VERSION);
  }

  private long versionOpaque() {
    return wordOpaque(VERSION);
  }

  private long wantedOpaque() {
    return wordOpaque(WANTED);
  }

  private long wordOpaque(int at) {
    return (long) WORDS.getOpaque(words, at);
  }
}
