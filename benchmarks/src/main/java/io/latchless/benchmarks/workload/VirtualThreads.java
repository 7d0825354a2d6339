package io.latchless.benchmarks.workload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Access to virtual threads for code compiled for a JDK without them. */
public final class VirtualThreads {
  private static final int FIRST_RELEASE = 21;

  private VirtualThreads() {}

  /** Returns whether this JVM has virtual threads. */
  public static boolean exist() {
    return Runtime.version().feature() >= FIRST_RELEASE;
  }

  /**
   * Returns an executor that starts a virtual thread for each task.
   *
   * @throws UnsupportedOperationException if this JVM has no virtual threads
   */
  public static ExecutorService perTask() {
    try {
      return (ExecutorService)
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class))
              .invokeExact();
    } catch (Throwable thrown) {
      throw new UnsupportedOperationException("virtual threads need JDK " + FIRST_RELEASE, thrown);
    }
  }
}
