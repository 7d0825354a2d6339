package io.latchless.benchmarks.choice;

import io.latchless.benchmarks.results.Role;
import java.util.List;

/**
 * A class that can hold the shared state, with its properties besides speed.
 *
 * @param name the subject's name in contests
 * @param role why it takes part
 * @param origin where its code comes from
 * @param wholeState whether every reader sees a consistent snapshot
 * @param goesOn whether other threads make progress even if one is stopped anywhere, for ever
 * @param because why it may be the fastest, as a clause without a full stop
 * @param cannot what it cannot do and other candidates can, as verbs that follow "cannot"; empty if
 *     there is nothing
 * @param jvmArguments the flags that its JVM needs
 */
public record Candidate(
    String name,
    Role role,
    Origin origin,
    boolean wholeState,
    boolean goesOn,
    String because,
    String cannot,
    List<String> jvmArguments) {
  /** The origin of the code, from the simplest dependency on. */
  public enum Origin {
    /** Plain Java: a mutex around fields. */
    MUTEX,
    /** A class of the JDK. */
    JDK,
    /** A Latchless class. */
    LATCHLESS,
    /** A class of another library. */
    LIBRARY
  }

  /** Copies the list. */
  public Candidate {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** Creates the candidate for the Latchless type that is compared. */
  public static Candidate ours(String name, String because) {
    return lockFree(name, Role.OURS, Origin.LATCHLESS, because);
  }

  /** Creates the candidate for a further Latchless type, compared as a peer. */
  public static Candidate alsoOurs(String name, String because) {
    return lockFree(name, Role.PEER, Origin.LATCHLESS, because);
  }

  /** Creates the candidate for a lock-free class of the JDK. */
  public static Candidate jdk(String name, String because) {
    return lockFree(name, Role.PEER, Origin.JDK, because);
  }

  /** Creates the candidate for a lock-free class of another library. */
  public static Candidate library(String name, String because) {
    return lockFree(name, Role.PEER, Origin.LIBRARY, because);
  }

  private static Candidate lockFree(String name, Role role, Origin origin, String because) {
    return new Candidate(name, role, origin, true, true, because, "", List.of());
  }

  /**
   * Creates a candidate that keeps its state behind a lock: reads are consistent, and a stopped
   * owner blocks all other threads.
   */
  public static Candidate mutex(String name, String because) {
    return new Candidate(
        name,
        Role.MUTEX,
        Origin.MUTEX,
        true,
        false,
        because,
        "go on past a stopped owner",
        List.of());
  }

  /** Returns a copy whose reads may be torn. */
  public Candidate seenInParts() {
    return new Candidate(name, role, origin, false, goesOn, because, cannot, jvmArguments);
  }

  /** Returns a copy where a thread stopped in the wrong place blocks others. */
  public Candidate canBeHeldUp() {
    return new Candidate(name, role, origin, wholeState, false, because, cannot, jvmArguments);
  }

  /** Returns a copy that cannot do something, in verbs that follow "cannot". */
  public Candidate cannot(String what) {
    return new Candidate(name, role, origin, wholeState, goesOn, because, what, jvmArguments);
  }
}
