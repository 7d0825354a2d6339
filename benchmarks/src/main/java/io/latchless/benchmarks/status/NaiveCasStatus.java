package io.latchless.benchmarks.status;

import io.latchless.primitives.TransitionGraph;
import java.util.concurrent.atomic.AtomicLong;

/** A status in one word. A lost compare-and-set is retried at once. */
final class NaiveCasStatus<S extends Enum<S>> extends StampedWord<S> {
  private final AtomicLong word;

  NaiveCasStatus(TransitionGraph<S> graph) {
    super(graph);
    this.word = new AtomicLong(stampOf(graph.initial(), 0));
  }

  @Override
  public S get() {
    return stateOf(word.get());
  }

  @Override
  public boolean isIn(S state) {
    return get() == state;
  }

  @Override
  public long stamp() {
    return word.get();
  }

  @Override
  public boolean tryTransition(S from, S to) {
    requireAllowed(from, to);
    for (; ; ) {
      long seen = word.get();
      if (stateOf(seen) != from) {
        return false;
      }
      if (succeed(seen, to)) {
        return true;
      }
    }
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to) {
    long seen = word.get();
    if (versionOf(seen) != expectedVersion) {
      return false;
    }
    requireAllowed(stateOf(seen), to);
    return succeed(seen, to);
  }

  @Override
  public boolean transitionIfAllowed(S to) {
    for (; ; ) {
      long seen = word.get();
      if (!graph.allows(stateOf(seen), to)) {
        return false;
      }
      if (succeed(seen, to)) {
        return true;
      }
    }
  }

  @Override
  public S transition(S to) {
    for (; ; ) {
      long seen = word.get();
      S from = stateOf(seen);
      requireAllowed(from, to);
      if (succeed(seen, to)) {
        return from;
      }
    }
  }

  private boolean succeed(long seen, S to) {
    return word.compareAndSet(seen, stampOf(to, versionOf(seen) + 1));
  }
}
