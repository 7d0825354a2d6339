package io.latchless.benchmarks.results;

/** The role of a subject in a contest. */
public enum Role {
  /** The Latchless type under test; exactly one in each contest. */
  OURS,
  /** A lock-based baseline. */
  MUTEX,
  /** A lock-free equivalent from the JDK or another library. */
  PEER
}
