package org.openjdk.jcstress.vm;

import java.lang.management.ManagementFactory;

/**
 * Stands in front of jcstress's class of this name, which jcstress starts to learn whether a JVM
 * takes some flags. It refuses biased locking. Where a JVM has that, as JDK 17 does, jcstress would
 * run each test twice, with it and without; no type under test owns a monitor.
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
