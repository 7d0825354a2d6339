package io.latchless.rules;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Tells whether the result of one call decides whether another call takes place, or with which
 * value. It follows only paths from the first call to the second within one round of a loop.
 */
final class Decision {
  private final MethodFlow flow;
  private final MapGap gap;
  private final IntPredicate begins;

  /** Takes the instructions at which another round begins, including the first call. */
  Decision(MethodFlow flow, MapGap gap, BitSet beginnings) {
    this.flow = flow;
    this.gap = gap;
    this.begins = beginnings::get;
  }

  boolean isMade() {
    return isComputed() || branches().anyMatch(this::decides);
  }

  private boolean isComputed() {
    List<SourceValue> operands = flow.operands(gap.act());
    return operands.size() > 2
        && derives(operands.get(2), new HashSet<>())
        && flow.successors(flow.index(gap.look())).anyMatch(this::leads);
  }

  private Stream<AbstractInsnNode> branches() {
    return flow.instructions()
        .filter(branch -> flow.successors(flow.index(branch)).count() > 1)
        .filter(
            branch ->
                flow.operands(branch).stream().anyMatch(value -> derives(value, new HashSet<>())));
  }

  /**
   * Returns whether the branch decides about the act: one path leads to it and another does not, or
   * one always reaches it and another may bypass it.
   */
  private boolean decides(AbstractInsnNode branch) {
    int[] ways = flow.successors(flow.index(branch)).toArray();
    boolean[] may = new boolean[ways.length];
    boolean[] must = new boolean[ways.length];
    for (int i = 0; i < ways.length; i++) {
      may[i] = leads(ways[i]);
      must[i] = may[i] && !bypasses(ways[i]);
    }
    return (differ(may) || differ(must)) && !(gap.isRemovalOnly() && decidesNothingElse(ways));
  }

  private static boolean differ(boolean[] answers) {
    return IntStream.range(1, answers.length).anyMatch(i -> answers[i] != answers[0]);
  }

  private boolean leads(int way) {
    return flow.reachable(way, begins).get(flow.index(gap.act()));
  }

  private boolean bypasses(int way) {
    if (begins.test(way)) {
      return true;
    }
    int act = flow.index(gap.act());
    return flow.reachable(way, index -> index == act || begins.test(index)).stream()
        .anyMatch(
            index ->
                flow.successors(index).findAny().isEmpty()
                    || flow.successors(index).anyMatch(begins));
  }

  /** Returns whether the paths differ only in the act and the instructions that it needs. */
  private boolean decidesNothingElse(int[] ways) {
    BitSet byAll = new BitSet();
    byAll.set(0, flow.size());
    BitSet byAny = new BitSet();
    for (int way : ways) {
      BitSet reached = flow.reachable(way, begins);
      byAll.and(reached);
      byAny.or(reached);
    }
    byAny.andNot(byAll);
    return byAny.stream().mapToObj(flow::instruction).allMatch(this::isPartOfAct);
  }

  private boolean isPartOfAct(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return instruction == gap.act()
        || opcode <= Opcodes.ALOAD
        || opcode == Opcodes.GETFIELD
        || opcode == Opcodes.GETSTATIC
        || opcode == Opcodes.CHECKCAST
        || opcode == Opcodes.POP
        || opcode == Opcodes.GOTO;
  }

  /** Returns whether a value is computed from the result of the look. */
  private boolean derives(SourceValue value, Set<AbstractInsnNode> seen) {
    return flow.origins(value).stream()
        .filter(seen::add)
        .anyMatch(
            origin ->
                origin == gap.look() || inputs(origin).anyMatch(input -> derives(input, seen)));
  }

  /**
   * Returns the operands on which a result is taken to depend: only the receiver of an instance
   * call other than {@code equals}, else all operands.
   */
  private Stream<SourceValue> inputs(AbstractInsnNode origin) {
    Stream<SourceValue> operands = flow.operands(origin).stream();
    boolean ofReceiver =
        origin instanceof MethodInsnNode call
            && call.getOpcode() != Opcodes.INVOKESTATIC
            && !call.name.equals("equals");
    return ofReceiver ? operands.limit(1) : operands;
  }
}
