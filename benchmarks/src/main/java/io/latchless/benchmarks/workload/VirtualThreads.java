package io.latchless.benchmarks.workload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, for code that is compiled for a JDK without them. */
public final class VirtualThreads {
  private static final int FIRST_RELEASE = 21;

  private VirtualThreads() {}

  /** Whether this JVM has them. */
  public static boolean exist() {
    return Runtime.version().feature() >= FIRST_RELEASE;
  }

  /**
   * An executor that starts one for each task.
   *
   * @throws UnsupportedOperationException if this JVM has none
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
