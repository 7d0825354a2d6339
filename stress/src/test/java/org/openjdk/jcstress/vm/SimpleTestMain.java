package org.openjdk.jcstress.vm;

import java.lang.management.ManagementFactory;

/**
 * Shadows jcstress's class of this name, which jcstress starts to check whether a JVM accepts some
 * flags. This one rejects biased locking. On a JVM that supports it, such as JDK 17, jcstress would
 * run each test twice, with and without it; no type under test owns a monitor.
 */
public final class SimpleTestMain {
  private SimpleTestMain() {}

  public static void main(String... arguments) {
    if (ManagementFactory.getRuntimeMXBean()
        .getInputArguments()
        .contains("-XX:+UseBiasedLocking")) {
      System.exit(1);
    }
  }
}
