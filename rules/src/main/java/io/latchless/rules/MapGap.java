package io.latchless.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A look into a map and an act that may depend on it; another thread may act in between. */
record MapGap(MethodInsnNode look, MethodInsnNode act) {
  /**
   * Returns whether the look is redundant: {@code replace} itself does nothing if the key is
   * absent.
   */
  boolean isHarmless() {
    return look.name.equals("containsKey") && act.name.equals("replace");
  }

  /**
   * Returns whether a key is checked and then removed, and the result of the removal is dropped.
   */
  boolean isRemovalOnly() {
    AbstractInsnNode next = act.getNext();
    return look.name.equals("containsKey")
        && act.name.equals("remove")
        && next != null
        && next.getOpcode() == Opcodes.POP;
  }

  String complaint() {
    return ("calls %s and then, depending on the result, %s on the same concurrent map and key;"
            + " another thread can change the mapping in between, so its change may be lost or made"
            + " twice; use %s")
        .formatted(look.name, act.name, MapStep.inOneStep(act));
  }
}
