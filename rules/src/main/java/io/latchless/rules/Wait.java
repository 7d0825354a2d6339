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
 * Tells a loop that only another thread can end. Whether it goes on is decided by nothing that it
 * changes itself: by constants, by what was there before it, and by fields that it only reads. If
 * it also does nothing by which the write of another thread must become visible to it, one read of
 * each field is as good as many, and that is what a compiler may make of it.
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
   * The reads of plain fields on which the end of the loop hangs; empty if it can end by itself.
   */
  static Set<FieldInsnNode> readsOf(ClassFile file, MethodFlow flow, Loop loop) {
    Wait wait = new Wait(file, flow, loop);
    List<AbstractInsnNode> exits = loop.exits();
    boolean forOthers =
        loop.instructions().allMatch(wait::ordersNothing)
            && exits.stream().map(flow::operands).noneMatch(List::isEmpty)
            && exits.stream().map(flow::operands).flatMap(List::stream).allMatch(wait::isConstant);
    return forOthers ? wait.reads : Set.of();
  }

  private boolean ordersNothing(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return HarmlessCalls.isHarmless(call);
    }
    if (instruction instanceof FieldInsnNode access) {
      // A field that is not known may be volatile.
      return file.field(access)
          .filter(field -> !field.getModifiers().contains(JavaModifier.VOLATILE))
          .isPresent();
    }
    return !(instruction instanceof InvokeDynamicInsnNode)
        && instruction.getOpcode() != Opcodes.MONITORENTER
        && instruction.getOpcode() != Opcodes.MONITOREXIT;
  }

  /** Whether the value is the same in every turn, as far as this thread is concerned. */
  private boolean isConstant(SourceValue value) {
    if (value.insns.stream().noneMatch(loop::contains)) {
      return !value.insns.isEmpty();
    }
    // Which of several producers it is may change from turn to turn.
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

  /** Constants and what depends on its operands alone; elements of arrays do not. */
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
