package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Recognizes a loop that only another thread can end. Its exits depend only on constants, on values
 * from before the loop, and on fields that it only reads. If nothing in the loop must make the
 * write of another thread visible, the compiler may replace many reads of a field by one.
 */
final class Wait {
  private final ClassFile file;
  private final MethodFlow flow;
  private final Loop loop;
  private final Set<FieldInsnNode> reads = new LinkedHashSet<>();

  private Wait(ClassFile file, MethodFlow flow, Loop loop) {
    this.file = file;
    this.flow = flow;
    this.loop = loop;
  }

  /**
   * Returns the reads of plain fields on which the end of the loop depends; empty if it can end by
   * itself.
   */
  static Set<FieldInsnNode> readsOf(ClassFile file, MethodFlow flow, Loop loop) {
    Wait wait = new Wait(file, flow, loop);
    List<AbstractInsnNode> exits = loop.exits();
    boolean waitsForOthers =
        loop.instructions().allMatch(wait::ordersNothing)
            && exits.stream().map(flow::operands).noneMatch(List::isEmpty)
            && exits.stream().map(flow::operands).flatMap(List::stream).allMatch(wait::isConstant);
    return waitsForOthers ? wait.reads : Set.of();
  }

  private boolean ordersNothing(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return HarmlessCalls.isHarmless(call);
    }
    if (instruction instanceof FieldInsnNode access) {
      // An unknown field may be volatile.
      return file.field(access)
          .filter(field -> !field.getModifiers().contains(JavaModifier.VOLATILE))
          .isPresent();
    }
    return !(instruction instanceof InvokeDynamicInsnNode)
        && instruction.getOpcode() != Opcodes.MONITORENTER
        && instruction.getOpcode() != Opcodes.MONITOREXIT;
  }

  /** Returns whether the value is the same in every round, as far as this thread can change it. */
  private boolean isConstant(SourceValue value) {
    if (value.insns.stream().noneMatch(loop::contains)) {
      return !value.insns.isEmpty();
    }
    // With several producers, another one may be used in each round.
    return value.insns.size() == 1 && isConstant(value.insns.iterator().next());
  }

  private boolean isConstant(AbstractInsnNode producer) {
    if (producer instanceof FieldInsnNode get) {
      return isReadOnly(get) && flow.operands(get).stream().allMatch(this::isConstant);
    }
    if (producer instanceof MethodInsnNode call && !HarmlessCalls.isUnboxing(call)) {
      return false;
    }
    return isComputation(producer.getOpcode())
        && flow.operands(producer).stream().allMatch(this::isConstant);
  }

  private boolean isReadOnly(FieldInsnNode get) {
    boolean written =
        loop.instructions()
            .filter(i -> i.getOpcode() == Opcodes.PUTFIELD || i.getOpcode() == Opcodes.PUTSTATIC)
            .anyMatch(put -> ((FieldInsnNode) put).name.equals(get.name));
    Optional<JavaField> field = file.field(get);
    if (field.isPresent() && !field.get().getModifiers().contains(JavaModifier.FINAL)) {
      reads.add(get);
    }
    return !written;
  }

  /** Returns whether an instruction is a function of its operands; array elements are not. */
  private static boolean isComputation(int opcode) {
    return (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.LDC)
        || (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR)
        || (opcode >= Opcodes.I2L && opcode <= Opcodes.DCMPG)
        || opcode == Opcodes.INVOKEVIRTUAL
        || opcode == Opcodes.ARRAYLENGTH
        || opcode == Opcodes.CHECKCAST
        || opcode == Opcodes.INSTANCEOF;
  }
}
