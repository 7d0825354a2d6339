package io.latchless.benchmarks.jmh;

import java.util.List;
import java.util.stream.Stream;

/** The flags that every measuring JVM runs with. */
public final class ForkFlags {
  /**
   * What is measured, ours and theirs, what JMH generates around it, and what they call of the JDK:
   * a hash map that is copied, a string that is split, a handler that is called by reflection.
   */
  private static final List<String> MEASURED =
      List.of(
          "io.latchless.*",
          "java.util.*",
          "java.lang.String*",
          "java.lang.invoke.*",
          "jdk.internal.reflect.*",
          "org.jctools.*",
          "org.agrona.*",
          "com.lmax.*",
          "com.google.common.*",
          "com.github.benmanes.caffeine.*",
          "org.pcollections.*",
          "org.HdrHistogram.*",
          "com.codahale.metrics.*",
          "io.micrometer.*",
          "io.vavr.*");

  /**
   * The whole heap is touched before anything is measured. A page that is touched for the first
   * time was seen to take 10 us on a virtual machine, and a collector goes through all of a heap
   * before it comes back to a page: whatever allocates ran at a third to two thirds of its speed
   * until then, for most of a second. Huge pages make touching 256 MB take a tenth of a second
   * instead of one.
   */
  private static final List<String> TOUCHED =
      System.getProperty("os.name").equals("Linux")
          ? List.of("-XX:+AlwaysPreTouch", "-XX:+UseTransparentHugePages")
          : List.of("-XX:+AlwaysPreTouch");

  /**
   * A fixed heap, small enough for a small machine; G1 by name, because a JVM with one core or
   * little memory would choose another; and silence about JMH's use of Unsafe on recent JDKs.
   * Threads wait until what they measure has been compiled: where they keep every core busy the
   * compiler else gets to run late and seldom, and code with many rare branches, compiled several
   * times over, was seen to be half as fast as it gets for the first half second of a fork.
   */
  public static final List<String> COMMON =
      Stream.of(
              Stream.of("-Xms256m", "-Xmx256m", "-XX:+UseG1GC"),
              TOUCHED.stream(),
              Stream.of("-XX:CompileCommand=quiet"),
              MEASURED.stream().map(ForkFlags::waitForCompiler),
              Stream.of("-Dsun.misc.unsafe.memory.access=allow"))
          .flatMap(flags -> flags)
          .toList();

  private static String waitForCompiler(String names) {
    return "-XX:CompileCommand=BackgroundCompilation," + names + "::*,false";
  }

  private ForkFlags() {}
}
