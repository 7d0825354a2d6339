package io.latchless.rules;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Finds the instructions that run while the method holds a monitor that it has entered. */
final class Monitors {
  private record State(int index, int depth) {}

  private Monitors() {}

  static BitSet heldAt(MethodFlow flow) {
    BitSet held = new BitSet();
    Set<State> seen = new HashSet<>();
    Deque<State> open = new ArrayDeque<>();
    int deepest = flow.instructions(Opcodes.MONITORENTER).size();
    if (deepest > 0) {
      open.add(new State(0, 0));
    }
    while (!open.isEmpty()) {
      State state = open.remove();
      if (state.depth() > deepest || !seen.add(state)) {
        continue;
      }
      if (state.depth() > 0) {
        held.set(state.index());
      }
      int depth = Math.max(0, state.depth() + change(flow.instruction(state.index())));
      flow.allSuccessors(state.index()).forEach(next -> open.add(new State(next, depth)));
    }
    return held;
  }

  private static int change(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.MONITORENTER -> 1;
      case Opcodes.MONITOREXIT -> -1;
      default -> 0;
    };
  }
}
