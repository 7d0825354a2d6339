package io.latchless.rules;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** See {@link LatchlessRules#NO_CLASSES_SHOULD_SYNCHRONIZE_ON_BOXED_OR_INTERNED_VALUES}. */
final class LockObjectsOfTheirOwn extends BytecodeCondition {
  LockObjectsOfTheirOwn() {
    super("synchronize on objects of their own");
  }

  @Override
  void check(ClassFile file, ClassFiles files, Findings findings) throws UnreadableClassException {
    for (MethodNode method : file.methods()) {
      if (ClassFile.instructions(method).anyMatch(LockObjectsOfTheirOwn::isEnter)) {
        check(file.flow(method), new SharedValues(file, files), findings);
      }
    }
  }

  private static boolean isEnter(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.MONITORENTER;
  }

  private static void check(MethodFlow flow, SharedValues shared, Findings findings) {
    for (AbstractInsnNode enter : flow.instructions(Opcodes.MONITORENTER)) {
      for (AbstractInsnNode producer : flow.producers(flow.operands(enter).get(0))) {
        Optional<String> what = shared.describe(flow, producer);
        if (what.isPresent()) {
          findings.add(flow.method(), enter, complaint(what.get()));
          break;
        }
      }
    }
  }

  private static String complaint(String what) {
    return ("synchronizes on %s, which unrelated code may lock too, and which may be another object"
            + " for an equal value; synchronize on a private final Object")
        .formatted(what);
  }
}
