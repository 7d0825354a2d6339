package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.HistorySubject;
import org.jetbrains.lincheck.datastructures.Operation;

/** The operations of a history of increasing numbers, added by one thread at a time. */
public abstract class HistoryModel {
  /** The number of elements kept: few enough to be overwritten. */
  static final int CAPACITY = 2;

  private final HistorySubject history;
  private int next;

  /** Fills the history. */
  protected HistoryModel(HistorySubject history) {
    this.history = history;
    while (next < CAPACITY) {
      history.add(next++);
    }
  }

  @Operation(nonParallelGroup = "writer")
  public void add() {
    history.add(next++);
  }

  /**
   * Checks the order only; the elements returned depend on the moment at which each slot is read.
   */
  @Operation
  public boolean showsElementsInOrder() {
    int last = -1;
    for (int element : history.newest(CAPACITY)) {
      if (element <= last) {
        return false;
      }
      last = element;
    }
    return true;
  }

  @Operation
  public long written() {
    return history.written();
  }

  @Operation
  public long overwritten() {
    return history.overwritten();
  }
}
