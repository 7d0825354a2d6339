package io.latchless.rules;

import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls that neither write a field nor order memory, according to the specification of Java. */
final class HarmlessCalls {
  /**
   * Calls that only pause. By JLS 17.3, neither sleep nor yield has any synchronization semantics.
   * None are specified for parking and spinning either.
   */
  private static final Set<String> PAUSES =
      Set.of(
          "java/lang/Thread.onSpinWait",
          "java/lang/Thread.sleep",
          "java/lang/Thread.yield",
          "java/lang/Thread.currentThread",
          "java/lang/Thread.interrupt",
          "java/util/concurrent/TimeUnit.sleep",
          "java/util/concurrent/locks/LockSupport.park",
          "java/util/concurrent/locks/LockSupport.parkNanos",
          "java/util/concurrent/locks/LockSupport.parkUntil");

  private static final Set<String> UNBOXING =
      Set.of(
          "java/lang/Boolean.booleanValue",
          "java/lang/Byte.byteValue",
          "java/lang/Character.charValue",
          "java/lang/Short.shortValue",
          "java/lang/Integer.intValue",
          "java/lang/Long.longValue",
          "java/lang/Float.floatValue",
          "java/lang/Double.doubleValue");

  private HarmlessCalls() {}

  static boolean isHarmless(MethodInsnNode call) {
    return isUnboxing(call) || PAUSES.contains(call.owner + "." + call.name);
  }

  /** Returns whether a call unboxes, so that its result depends only on the receiver. */
  static boolean isUnboxing(MethodInsnNode call) {
    return UNBOXING.contains(call.owner + "." + call.name);
  }
}
