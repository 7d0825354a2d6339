package io.latchless.benchmarks.jmh;

import java.util.List;
import java.util.stream.Stream;

/** The flags of every measuring JVM. */
public final class ForkFlags {
  /**
   * The measured classes, ours and theirs, the code that JMH generates around them, and the parts
   * of the JDK that they call: copying a hash map, splitting a string, calling a handler by
   * reflection.
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
          "org.greenrobot.*",
          "net.engio.*",
          "reactor.core.*",
          "com.github.benmanes.caffeine.*",
          "org.pcollections.*",
          "org.HdrHistogram.*",
          "com.codahale.metrics.*",
          "io.micrometer.*",
          "io.vavr.*");

  /**
   * Touches the whole heap before anything is measured. On a virtual machine the first touch of a
   * page was seen to take 10 us. A collector uses the whole heap before it returns to a page. Until
   * then, for most of a second, allocating code ran at a third to two thirds of its speed. With
   * huge pages, touching 256 MB takes a tenth of a second instead of one.
   */
  private static final List<String> TOUCHED =
      System.getProperty("os.name").equals("Linux")
          ? List.of("-XX:+AlwaysPreTouch", "-XX:+UseTransparentHugePages")
          : List.of("-XX:+AlwaysPreTouch");

  /**
   * The flags common to all forks. The heap is fixed, and small enough for a small machine. G1 is
   * named, because a JVM with one core or little memory would choose another collector. Warnings
   * about JMH's use of Unsafe on recent JDKs are off. Threads wait until the measured code is
   * compiled: otherwise, with every core busy, the compiler runs late and rarely. Code with many
   * rare branches, which is compiled several times, then ran at half its final speed for the first
   * half second of a fork.
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
