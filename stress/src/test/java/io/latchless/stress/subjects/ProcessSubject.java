package io.latchless.stress.subjects;

import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import java.util.OptionalInt;

/** The status of a process over several generations. */
public interface ProcessSubject {
  boolean markRunning(long generation);

  boolean markExited(long generation, int exitCode);

  boolean markStopped(long generation);

  boolean restart(long generation);

  Tuple read();

  /**
   * The fields that must be read together.
   *
   * @param status the status
   * @param generation the number of restarts
   * @param exitCode the exit code, or empty
   */
  record Tuple(ProcessStatus status, long generation, OptionalInt exitCode) {
    /** Returns whether no writer could have published this combination. */
    public boolean isTorn() {
      return switch (status) {
        case PENDING, RUNNING, STOPPED -> exitCode.isPresent();
        case SUCCESS -> !exitCode.equals(OptionalInt.of(0));
        case FAILED -> exitCode.isEmpty() || exitCode.getAsInt() == 0;
      };
    }

    @Override
    public String toString() {
      return status + "#" + generation + (exitCode.isPresent() ? "=" + exitCode.getAsInt() : "");
    }
  }

  static ProcessSubject of(ProcessStatusHolder holder) {
    return new ProcessSubject() {
      @Override
      public boolean markRunning(long generation) {
        return generation <= holder.get().generation() && holder.markRunning(generation);
      }

      @Override
      public boolean markExited(long generation, int exitCode) {
        return generation <= holder.get().generation() && holder.markExited(generation, exitCode);
      }

      @Override
      public boolean markStopped(long generation) {
        return generation <= holder.get().generation() && holder.markStopped(generation);
      }

      @Override
      public boolean restart(long generation) {
        return generation <= holder.get().generation() && holder.restart(generation);
      }

      @Override
      public Tuple read() {
        ProcessSnapshot now = holder.get();
        return new Tuple(now.status(), now.generation(), now.exitCode());
      }
    };
  }
}
