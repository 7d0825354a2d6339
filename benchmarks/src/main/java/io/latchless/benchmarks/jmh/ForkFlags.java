package io.latchless.benchmarks.jmh;

import java.util.List;

/** The flags that every measuring JVM runs with. */
public final class ForkFlags {
  /**
   * A fixed heap, small enough for a small machine; G1 by name, because a JVM with one core or
   * little memory would choose another; and silence about JMH's use of Unsafe on recent JDKs.
   * Threads wait for the compiler: where they keep every core busy it else gets to run late and
   * seldom, and code with many rare branches, compiled several times over, was seen to be half as
   * fast as it gets for the first half second of a fork.
   */
  public static final List<String> COMMON =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseG1GC",
          "-XX:-BackgroundCompilation",
          "-Dsun.misc.unsafe.memory.access=allow");

  private ForkFlags() {}
}
