package io.latchless.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A look into a map and an act that may hang on it, between which another thread may act. */
record MapGap(MethodInsnNode look, MethodInsnNode act) {
  /**
   * Whether the look does nothing at all: replacing what is there, if anything is, needs none, and
   * suffers none either.
   */
  boolean isHarmless() {
    return look.name.equals("containsKey") && act.name.equals("replace");
  }

  /** Whether a key is looked for and then removed, without regard to whether it still was there. */
  boolean isRemovalOnly() {
    AbstractInsnNode next = act.getNext();
    return look.name.equals("containsKey")
        && act.name.equals("remove")
        && next != null
        && next.getOpcode() == Opcodes.POP;
  }

  String complaint() {
    return ("calls %s and then, by what it saw, %s on the same concurrent map and key, between"
            + " which another thread can change the mapping, so that its change is lost or done"
            + " twice; use %s")
        .formatted(look.name, act.name, MapStep.inOneStep(act));
  }
}
