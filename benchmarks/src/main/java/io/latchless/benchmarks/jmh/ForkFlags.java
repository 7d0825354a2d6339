package io.latchless.benchmarks.jmh;

import java.util.List;

/** The flags that every measuring JVM runs with. */
public final class ForkFlags {
  /**
   * A fixed heap, small enough for a small machine; G1 by name, because a JVM with one core or
   * little memory would choose another; and silence about JMH's use of Unsafe on recent JDKs.
   */
  public static final List<String> COMMON =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseG1GC", "-Dsun.misc.unsafe.memory.access=allow");

  private ForkFlags() {}
}
