package io.latchless.benchmarks.status;

import io.latchless.primitives.TransitionGraph;
import java.util.concurrent.locks.Lock;

/** A status behind a lock, or behind a read-write pair of locks. */
final class LockStatus<S extends Enum<S>> extends PlainStatus<S> {
  private final Lock read;
  private final Lock write;

  LockStatus(TransitionGraph<S> graph, Lock read, Lock write) {
    super(graph);
    this.read = read;
    this.write = write;
  }

  @Override
  public S get() {
    read.lock();
    try {
      return super.get();
    } finally {
      read.unlock();
    }
  }

  @Override
  public boolean isIn(S state) {
    read.lock();
    try {
      return super.isIn(state);
    } finally {
      read.unlock();
    }
  }

  @Override
  public long stamp() {
    read.lock();
    try {
      return super.stamp();
    } finally {
      read.unlock();
    }
  }

  @Override
  public boolean tryTransition(S from, S to) {
    write.lock();
    try {
      return super.tryTransition(from, to);
    } finally {
      write.unlock();
    }
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to) {
    write.lock();
    try {
      return super.tryTransition(expectedVersion, to);
    } finally {
      write.unlock();
    }
  }

  @Override
  public boolean transitionIfAllowed(S to) {
    write.lock();
    try {
      return super.transitionIfAllowed(to);
    } finally {
      write.unlock();
    }
  }

  @Override
  public S transition(S to) {
    write.lock();
    try {
      return super.transition(to);
    } finally {
      write.unlock();
    }
  }
}
