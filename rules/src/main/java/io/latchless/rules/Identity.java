package io.latchless.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Identifies a value, to tell whether two places in a method use the same one. It may be the same
 * parameter or local variable, the same field of the same object, the same constant, or the result
 * of the same getter of the same object, boxed or not.
 *
 * @param expression equal for equal values
 * @param makers the instructions that must not run again between the two places, because they would
 *     create another value
 */
record Identity(Object expression, Set<AbstractInsnNode> makers) {
  private record Part(Object what, List<Object> of) {}

  /** Returns the identity of a value. A getter is assumed to return the same result each time. */
  static Optional<Identity> of(
      MethodFlow flow, SourceValue value, Predicate<MethodInsnNode> isGetter) {
    Set<AbstractInsnNode> makers = new HashSet<>();
    Object expression = new Reader(flow, isGetter, makers).expression(value);
    return flow.origins(value).isEmpty()
        ? Optional.empty()
        : Optional.of(new Identity(expression, Set.copyOf(makers)));
  }

  private record Reader(
      MethodFlow flow, Predicate<MethodInsnNode> isGetter, Set<AbstractInsnNode> makers) {
    Object expression(SourceValue value) {
      return flow.origins(value).stream().map(this::expression).collect(Collectors.toSet());
    }

    private Object expression(AbstractInsnNode origin) {
      if (flow.isParameter(origin)) {
        return origin;
      }
      if (origin instanceof LdcInsnNode constant) {
        return new Part(constant.cst, List.of());
      }
      if (origin instanceof IntInsnNode number && origin.getOpcode() != Opcodes.NEWARRAY) {
        return new Part(number.operand, List.of());
      }
      if (origin.getOpcode() >= Opcodes.ACONST_NULL && origin.getOpcode() <= Opcodes.DCONST_1) {
        return new Part("constant " + origin.getOpcode(), List.of());
      }
      if (origin instanceof FieldInsnNode field) {
        return new Part(field.owner + "." + field.name, operands(origin));
      }
      if (origin instanceof MethodInsnNode call && isPure(call)) {
        return new Part(call.owner + "." + call.name + call.desc, operands(origin));
      }
      makers.add(origin);
      return origin;
    }

    private boolean isPure(MethodInsnNode call) {
      return isBoxing(call) || HarmlessCalls.isUnboxing(call) || isGetter.test(call);
    }

    private static boolean isBoxing(MethodInsnNode call) {
      return call.name.equals("valueOf")
          && call.owner.startsWith("java/lang/")
          && call.desc.length() > 3
          && call.desc.charAt(2) == ')';
    }

    private List<Object> operands(AbstractInsnNode instruction) {
      return flow.operands(instruction).stream().map(this::expression).toList();
    }
  }
}
