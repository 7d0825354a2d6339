package io.latchless.benchmarks.results;

/** Why a subject takes part in a contest. */
public enum Role {
  /** The Latchless type under test; exactly one in each contest. */
  OURS,
  /** A lock-based baseline. */
  MUTEX,
  /** Another library's or the JDK's lock-free equivalent. */
  PEER
}
