package io.latchless.benchmarks.status;

import io.latchless.primitives.TransitionGraph;
import java.util.concurrent.locks.StampedLock;

/** A status behind a stamped lock, read optimistically. */
final class StampedLockStatus<S extends Enum<S>> extends PlainStatus<S> {
  private final StampedLock lock = new StampedLock();

  StampedLockStatus(TransitionGraph<S> graph) {
    super(graph);
  }

  @Override
  public S get() {
    long stamp = lock.tryOptimisticRead();
    S seen = super.get();
    if (lock.validate(stamp)) {
      return seen;
    }
    stamp = lock.readLock();
    try {
      return super.get();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public boolean isIn(S state) {
    long stamp = lock.tryOptimisticRead();
    boolean seen = super.isIn(state);
    if (lock.validate(stamp)) {
      return seen;
    }
    stamp = lock.readLock();
    try {
      return super.isIn(state);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public long stamp() {
    long stamp = lock.tryOptimisticRead();
    long seen = super.stamp();
    if (lock.validate(stamp)) {
      return seen;
    }
    stamp = lock.readLock();
    try {
      return super.stamp();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public boolean tryTransition(S from, S to) {
    long stamp = lock.writeLock();
    try {
      return super.tryTransition(from, to);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to) {
    long stamp = lock.writeLock();
    try {
      return super.tryTransition(expectedVersion, to);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public boolean transitionIfAllowed(S to) {
    long stamp = lock.writeLock();
    try {
      return super.transitionIfAllowed(to);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public S transition(S to) {
    long stamp = lock.writeLock();
    try {
      return super.transition(to);
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
