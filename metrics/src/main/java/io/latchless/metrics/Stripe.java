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
   * There are two copies of the fields. Half of an even version, by its lowest bit, names the
   * published copy; the other is the draft. A writer makes the version odd by compare-and-set, which
   * makes it the only one, writes all fields of the draft, and publishes it by storing the next even
   * version with release. A writer that finds the version odd takes another stripe.
   *
   * A reader takes the version with acquire, reads the copy that is published under it, and looks at
   * the version again. What it has read was rewritten only if there is a writer after the next
   * publication, so all versions up to that publication will do: a writer that was stopped for good
   * disturbs no reader. The writer's fence keeps its stores to the draft behind the claim, the
   * reader's keeps its second look behind its loads: a reader that has seen any part of a draft sees a
   * version that tells it so. Fields are accessed opaquely, for a reader may meet a writer there.
   *
   * A reader that has failed some times says that it wants to read. Writers that come after that take
   * another stripe, so it fails at most once more for each thread that was between its look at the
   * request and its claim just then.
   *
   * Cells are there once. They may be written by the writer that has claimed the stripe, but only with
   * what the published fields already say; so a reader completes from the fields of its version what
   * it has found in the cells, wherever that writer is.
   */

  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  /** Words on either side: 128 bytes. */
  private static final int PAD = 16;

  private static final int VERSION = PAD;
  private static final int WANTED = PAD + 1;
  private static final int FIRST = PAD + 2;
  private static final int PATIENCE = 4;

  private final int fields;
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
    this.firstCell = FIRST + 2 * fields;
    this.cells = cells;
    this.words = new long[firstCell + cells + PAD];
    System.arraycopy(initial, 0, words, FIRST, fields);
    System.arraycopy(initial, 0, words, FIRST + fields, fields);
  }

  /** Makes this thread the writer until it publishes; false if there is one or a reader waits. */
  boolean tryClaim() {
    long version = versionOpaque();
    if ((version & 1) != 0
        || wantedOpaque() != 0
        || !WORDS.compareAndSet(words, VERSION, version, version + 1)) {
      return false;
    }
    VarHandle.releaseFence();
    return true;
  }

  /** Where the fields are that the writer starts from. */
  int published() {
    return copy(words[VERSION] >>> 1);
  }

  /** Where the writer has to put all fields before it publishes. */
  int draft() {
    return copy((words[VERSION] >>> 1) + 1);
  }

  long fieldOpaque(int at) {
    return (long) WORDS.getOpaque(words, at);
  }

  void setFieldOpaque(int at, long value) {
    WORDS.setOpaque(words, at, value);
  }

  long cellOpaque(int cell) {
    return (long) WORDS.getOpaque(words, firstCell + cell);
  }

  void setCellOpaque(int cell, long value) {
    WORDS.setOpaque(words, firstCell + cell, value);
  }

  /** Ends the claim: readers see the draft from now on. */
  void publishRelease() {
    WORDS.setRelease(words, VERSION, words[VERSION] + 1);
  }

  /** How many words {@link #read} needs. */
  int size() {
    return fields + cells;
  }

  /** Copies the fields of one version, and behind them the cells. */
  void read(long[] into) {
    for (int i = 0; i < PATIENCE; i++) {
      if (tryRead(into)) {
        return;
      }
    }
    WORDS.getAndAdd(words, WANTED, 1L);
    try {
      while (!tryRead(into)) {
        Thread.onSpinWait();
      }
    } finally {
      WORDS.getAndAdd(words, WANTED, -1L);
    }
  }

  private boolean tryRead(long[] into) {
    long published = (long) WORDS.getAcquire(words, VERSION) & ~1L;
    int copy = copy(published >>> 1);
    for (int i = 0; i < fields; i++) {
      into[i] = fieldOpaque(copy + i);
    }
    for (int i = 0; i < cells; i++) {
      into[fields + i] = cellOpaque(i);
    }
    VarHandle.acquireFence();
    return versionOpaque() <= published + 2;
  }

  private int copy(long number) {
    return FIRST + ((int) number & 1) * fields;
  }

  private long versionOpaque() {
    return (long) WORDS.getOpaque(words, VERSION);
  }

  private long wantedOpaque() {
    return (long) WORDS.getOpaque(words, WANTED);
  }
}
