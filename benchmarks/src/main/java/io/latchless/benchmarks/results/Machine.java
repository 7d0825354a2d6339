package io.latchless.benchmarks.results;

import java.util.List;

/**
 * Where a comparison ran.
 *
 * @param cpu the processor's name as the system gives it
 * @param cores the processors that the JVM may use
 * @param memoryBytes physical memory, in bytes
 * @param os the operating system's name and version
 * @param jdk the Java version, for example {@code 17.0.15+6}
 * @param vm the virtual machine's name and vendor
 * @param flags the flags that the measuring JVMs ran with
 * @param commit the source revision, or {@code unknown}
 */
public record Machine(
    String cpu,
    int cores,
    long memoryBytes,
    String os,
    String jdk,
    String vm,
    List<String> flags,
    String commit) {}
