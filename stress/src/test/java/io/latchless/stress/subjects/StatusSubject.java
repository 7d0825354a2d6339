package io.latchless.stress.subjects;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.IllegalTransitionException;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusSnapshot;

/** A status that changes along {@link Phase#graph()}. */
public interface StatusSubject {
  /** Attempts a transition; false also if the graph does not allow it. */
  boolean tryTransition(Phase from, Phase to);

  /** Attempts a transition; false also if the graph does not allow it. */
  boolean tryTransition(long expectedVersion, Phase to);

  boolean transitionIfAllowed(Phase to);

  /** Returns state and version, for example {@code BUSY@3}. */
  String snapshot();

  Phase state();

  long version();

  static StatusSubject of(AtomicStatus<Phase> status) {
    return new StatusSubject() {
      @Override
      public boolean tryTransition(Phase from, Phase to) {
        return Phase.graph().allows(from, to) && status.tryTransition(from, to);
      }

      @Override
      public boolean tryTransition(long expectedVersion, Phase to) {
        try {
          return status.tryTransition(expectedVersion, to);
        } catch (IllegalTransitionException refused) {
          return false;
        }
      }

      @Override
      public boolean transitionIfAllowed(Phase to) {
        return status.transitionIfAllowed(to);
      }

      @Override
      public String snapshot() {
        long stamp = status.stamp();
        return status.stateOf(stamp) + "@" + status.versionOf(stamp);
      }

      @Override
      public Phase state() {
        return status.get();
      }

      @Override
      public long version() {
        return status.version();
      }
    };
  }

  static StatusSubject of(StatusHolder<Phase, Integer> holder) {
    return new StatusSubject() {
      @Override
      public boolean tryTransition(Phase from, Phase to) {
        return Phase.graph().allows(from, to) && holder.tryTransition(from, to, 0);
      }

      @Override
      public boolean tryTransition(long expectedVersion, Phase to) {
        try {
          return holder.tryTransition(expectedVersion, to, 0);
        } catch (IllegalTransitionException refused) {
          return false;
        }
      }

      @Override
      public boolean transitionIfAllowed(Phase to) {
        return holder.transitionIfAllowed(to, 0);
      }

      @Override
      public String snapshot() {
        StatusSnapshot<Phase, Integer> now = holder.get();
        return now.state() + "@" + now.version();
      }

      @Override
      public Phase state() {
        return holder.state();
      }

      @Override
      public long version() {
        return holder.version();
      }
    };
  }
}
