package io.latchless.benchmarks.choice;

import io.latchless.benchmarks.results.Role;
import java.util.List;

/**
 * One that can hold what is shared, and what a reader of advice must know of it besides its speed.
 *
 * @param name of the subject in contests
 * @param role why it takes part
 * @param origin whose code it is
 * @param wholeState whether every reader sees the state of one moment
 * @param goesOn whether a thread that is stopped anywhere, for ever, stops nobody else
 * @param because why it may be the fastest, in half a sentence that ends without a full stop
 * @param jvmArguments what its JVM needs
 */
public record Candidate(
    String name,
    Role role,
    Origin origin,
    boolean wholeState,
    boolean goesOn,
    String because,
    List<String> jvmArguments) {
  /** Whose code it is, the simplest to depend on first. */
  public enum Origin {
    /** Plain Java: a mutex around fields. */
    MUTEX,
    /** A class of the JDK. */
    JDK,
    /** Ours. */
    LATCHLESS,
    /** Another library's. */
    LIBRARY
  }

  /** Copies the list. */
  public Candidate {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** The Latchless type. */
  public static Candidate ours(String name, String because) {
    return new Candidate(name, Role.OURS, Origin.LATCHLESS, true, true, because, List.of());
  }

  /** A Latchless type beside the one that is compared. */
  public static Candidate alsoOurs(String name, String because) {
    return new Candidate(name, Role.PEER, Origin.LATCHLESS, true, true, because, List.of());
  }

  /** State behind a lock: seen whole, and held up by an owner that is stopped. */
  public static Candidate mutex(String name, String because) {
    return new Candidate(name, Role.MUTEX, Origin.MUTEX, true, false, because, List.of());
  }

  /** The JDK's lock-free class. */
  public static Candidate jdk(String name, String because) {
    return new Candidate(name, Role.PEER, Origin.JDK, true, true, because, List.of());
  }

  /** Another library's lock-free class. */
  public static Candidate library(String name, String because) {
    return new Candidate(name, Role.PEER, Origin.LIBRARY, true, true, because, List.of());
  }

  /** The same, whose readers may see parts of different moments. */
  public Candidate seenInParts() {
    return new Candidate(name, role, origin, false, goesOn, because, jvmArguments);
  }

  /** The same, where a thread that is stopped in the wrong place holds others up. */
  public Candidate canBeHeldUp() {
    return new Candidate(name, role, origin, wholeState, false, because, jvmArguments);
  }
}
