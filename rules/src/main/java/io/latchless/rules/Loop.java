package io.latchless.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A natural loop: all instructions between a backward jump and its target, including exception
 * handlers.
 */
final class Loop {
  private final MethodFlow flow;
  private final BitSet body;

  private Loop(MethodFlow flow, BitSet body) {
    this.flow = flow;
    this.body = body;
  }

  /** Returns whether the method has a backward jump, without which there is no loop. */
  static boolean isIn(MethodNode method) {
    Set<AbstractInsnNode> passed = new HashSet<>();
    return ClassFile.instructions(method)
        .anyMatch(
            instruction -> {
              passed.add(instruction);
              return instruction instanceof JumpInsnNode jump && passed.contains(jump.label);
            });
  }

  /** Returns the loops of a method, one for each target of backward jumps. */
  static List<Loop> in(MethodFlow flow) {
    Map<Integer, BitSet> bodies = new TreeMap<>();
    BitSet[] predecessors = predecessors(flow);
    for (int from = 0; from < flow.size(); from++) {
      int end = from;
      flow.successors(from)
          .filter(head -> head <= end)
          .forEach(
              head ->
                  bodies
                      .computeIfAbsent(head, h -> new BitSet())
                      .or(between(head, end, predecessors)));
    }
    List<Loop> loops = new ArrayList<>();
    // A body that contains the method's start can be entered past its head. javac creates no such
    // loops.
    bodies.forEach(
        (head, body) -> {
          if (head == 0 || !body.get(0)) {
            loops.add(new Loop(flow, body));
          }
        });
    return loops;
  }

  private static BitSet[] predecessors(MethodFlow flow) {
    BitSet[] predecessors =
        IntStream.range(0, flow.size()).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    for (int from = 0; from < flow.size(); from++) {
      int source = from;
      flow.allSuccessors(from).forEach(to -> predecessors[to].set(source));
    }
    return predecessors;
  }

  private static BitSet between(int head, int end, BitSet[] predecessors) {
    BitSet body = new BitSet();
    body.set(head);
    BitSet open = new BitSet();
    open.set(end);
    while (!open.isEmpty()) {
      int index = open.nextSetBit(0);
      open.clear(index);
      if (!body.get(index)) {
        body.set(index);
        predecessors[index].stream().filter(before -> !body.get(before)).forEach(open::set);
      }
    }
    return body;
  }

  boolean contains(AbstractInsnNode instruction) {
    int index = flow.index(instruction);
    return index >= 0 && body.get(index);
  }

  Stream<AbstractInsnNode> instructions() {
    return body.stream().mapToObj(flow::instruction);
  }

  /** Returns the branches that decide whether the loop continues. */
  List<AbstractInsnNode> exits() {
    return body.stream()
        .filter(index -> flow.successors(index).anyMatch(next -> !body.get(next)))
        .mapToObj(flow::instruction)
        .toList();
  }
}
