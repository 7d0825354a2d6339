package io.latchless.benchmarks.results;

import java.util.List;

/**
 * The machine that a comparison ran on.
 *
 * @param cpu the processor's name as reported by the system
 * @param cores the number of processors available to the JVM
 * @param memoryBytes physical memory, in bytes
 * @param os the operating system's name and version
 * @param jdk the Java version, for example {@code 17.0.15+6}
 * @param vm the virtual machine's name and vendor
 * @param flags the flags of the measuring JVMs
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
