package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.HistorySubject;
import org.jetbrains.lincheck.datastructures.Operation;

/** The operations of a history whose elements, growing numbers, come from one thread at a time. */
public abstract class HistoryModel {
  /** How many elements are kept: few enough to be overwritten. */
  static final int CAPACITY = 2;

  private final HistorySubject history;
  private int next;

  /** With as many elements as it keeps. */
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

  /** Which elements it shows depends on the moment, and on each slot's; their order does not. */
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
