package io.latchless.rules;

import static org.objectweb.asm.Opcodes.ASM9;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * The data flow and control flow of a method.
 *
 * <p>A value is identified by its producers: the instructions that created it, traced through
 * loads, stores and duplicates. A parameter, including {@code this}, has a producer that is in no
 * method.
 */
final class MethodFlow {
  /** The descriptors of the primitive types, in the order of the operands of {@code NEWARRAY}. */
  private static final String PRIMITIVES = "ZCFDBSIJ";

  private final MethodNode method;
  private final Producers producers;
  private final Edges edges;
  private final Frame<SourceValue>[] frames;

  private MethodFlow(
      MethodNode method, Producers producers, Edges edges, Frame<SourceValue>[] frames) {
    this.method = method;
    this.producers = producers;
    this.edges = edges;
    this.frames = frames;
  }

  static MethodFlow of(String owner, MethodNode method) throws AnalyzerException {
    Producers producers = new Producers();
    Edges edges = new Edges(producers, method.instructions.size());
    return new MethodFlow(method, producers, edges, edges.analyze(owner, method));
  }

  MethodNode method() {
    return method;
  }

  /** Returns the reachable instructions, in the order of the class file. */
  Stream<AbstractInsnNode> instructions() {
    return IntStream.range(0, frames.length)
        .filter(this::isReachable)
        .mapToObj(method.instructions::get);
  }

  <T extends AbstractInsnNode> Stream<T> instructions(Class<T> kind) {
    return instructions().filter(kind::isInstance).map(kind::cast);
  }

  List<AbstractInsnNode> instructions(int opcode) {
    return instructions().filter(instruction -> instruction.getOpcode() == opcode).toList();
  }

  private boolean isReachable(int index) {
    @Nullable Frame<SourceValue> frame = frames[index];
    return frame != null;
  }

  int index(AbstractInsnNode instruction) {
    return method.instructions.indexOf(instruction);
  }

  AbstractInsnNode instruction(int index) {
    return method.instructions.get(index);
  }

  int size() {
    return frames.length;
  }

  /** Returns the operands, the receiver of a call first; empty for a load, store or duplicate. */
  List<SourceValue> operands(AbstractInsnNode instruction) {
    return producers.operands.getOrDefault(instruction, List.of());
  }

  /** Returns whether a variable, or a stack entry that is not an operand, is of the producer. */
  boolean isHeldAt(AbstractInsnNode instruction, AbstractInsnNode producer) {
    Frame<SourceValue> frame = frames[index(instruction)];
    int taken = operands(instruction).size();
    return Stream.concat(
            IntStream.range(0, frame.getLocals()).mapToObj(frame::getLocal),
            IntStream.range(0, frame.getStackSize() - taken).mapToObj(frame::getStack))
        .anyMatch(value -> origins(value).contains(producer));
  }

  /** Returns the producers of a value, traced through casts. */
  Set<AbstractInsnNode> origins(SourceValue value) {
    Set<AbstractInsnNode> origins = new HashSet<>();
    collectOrigins(value, origins, new HashSet<>());
    return origins;
  }

  private void collectOrigins(
      SourceValue value, Set<AbstractInsnNode> origins, Set<AbstractInsnNode> casts) {
    for (AbstractInsnNode producer : value.insns) {
      if (producer.getOpcode() != Opcodes.CHECKCAST) {
        origins.add(producer);
      } else if (casts.add(producer)) {
        collectOrigins(operands(producer).get(0), origins, casts);
      }
    }
  }

  /** Returns the producers of a value, including the casts on its way. */
  Set<AbstractInsnNode> producers(SourceValue value) {
    Set<AbstractInsnNode> all = origins(value);
    all.addAll(value.insns);
    return all;
  }

  boolean isParameter(AbstractInsnNode producer) {
    return producers.parameters.containsKey(producer);
  }

  boolean isThis(SourceValue value) {
    Set<AbstractInsnNode> origins = origins(value);
    return (method.access & Opcodes.ACC_STATIC) == 0
        && !origins.isEmpty()
        && origins.stream()
            .allMatch(origin -> isParameter(origin) && ((VarInsnNode) origin).var == 0);
  }

  /** Returns the static type of the value that a producer creates, if known. */
  Optional<Type> typeOf(AbstractInsnNode producer) {
    if (isParameter(producer)) {
      return Optional.ofNullable(producers.parameters.get(producer));
    }
    if (producer.getOpcode() == Opcodes.AALOAD) {
      return typeOf(operands(producer).get(0)).map(array -> Type.getType(elementOf(array)));
    }
    return Optional.ofNullable(declaredType(producer));
  }

  private Optional<Type> typeOf(SourceValue value) {
    return value.insns.size() == 1 ? typeOf(value.insns.iterator().next()) : Optional.empty();
  }

  private static String elementOf(Type array) {
    return array.getSort() == Type.ARRAY
        ? array.getDescriptor().substring(1)
        : "Ljava/lang/Object;";
  }

  private static @Nullable Type declaredType(AbstractInsnNode producer) {
    if (producer instanceof FieldInsnNode field) {
      return Type.getType(field.desc);
    }
    if (producer instanceof MethodInsnNode call) {
      return Type.getReturnType(call.desc);
    }
    if (producer instanceof InvokeDynamicInsnNode call) {
      return Type.getReturnType(call.desc);
    }
    if (producer instanceof MultiANewArrayInsnNode array) {
      return Type.getType(array.desc);
    }
    if (producer instanceof LdcInsnNode constant) {
      return constant.cst instanceof String ? Type.getType(String.class) : null;
    }
    if (producer instanceof IntInsnNode number) {
      return number.getOpcode() == Opcodes.NEWARRAY
          ? Type.getType("[" + PRIMITIVES.charAt(number.operand - Opcodes.T_BOOLEAN))
          : Type.INT_TYPE;
    }
    if (producer instanceof TypeInsnNode made) {
      Type named = Type.getObjectType(made.desc);
      return switch (made.getOpcode()) {
        case Opcodes.INSTANCEOF -> Type.BOOLEAN_TYPE;
        case Opcodes.ANEWARRAY -> Type.getType("[" + named.getDescriptor());
        default -> named;
      };
    }
    return null;
  }

  /** Returns the next instructions without an exception. */
  IntStream successors(int index) {
    return edges.normal[index].stream();
  }

  /** Returns the next instructions, including exception handlers. */
  IntStream allSuccessors(int index) {
    return IntStream.concat(edges.normal[index].stream(), edges.exceptional[index].stream());
  }

  /** Returns an instruction and all that it can reach without passing the excluded ones. */
  BitSet reachable(int from, IntPredicate excluded) {
    BitSet reached = new BitSet();
    if (excluded.test(from)) {
      return reached;
    }
    BitSet open = new BitSet();
    open.set(from);
    while (!open.isEmpty()) {
      int index = open.nextSetBit(0);
      open.clear(index);
      reached.set(index);
      successors(index)
          .filter(next -> !reached.get(next) && !excluded.test(next))
          .forEach(open::set);
    }
    return reached;
  }

  /** Returns the line in the source file, or 0 if the class file does not tell. */
  static int line(AbstractInsnNode instruction) {
    for (@Nullable AbstractInsnNode at = instruction; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  /**
   * Preserves values through loads, stores and duplicates, and records the operands of each
   * instruction. The analyzer visits an instruction until its input is stable, so the last record
   * is complete.
   */
  private static final class Producers extends SourceInterpreter {
    final Map<AbstractInsnNode, List<SourceValue>> operands = new HashMap<>();
    final Map<AbstractInsnNode, Type> parameters = new HashMap<>();

    Producers() {
      super(ASM9);
    }

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
      AbstractInsnNode parameter = new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local);
      parameters.put(parameter, type);
      return new SourceValue(type.getSize(), parameter);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
      operands.put(instruction, List.of(value));
      return super.unaryOperation(instruction, value);
    }

    @Override
    public SourceValue binaryOperation(
        AbstractInsnNode instruction, SourceValue first, SourceValue second) {
      operands.put(instruction, List.of(first, second));
      return super.binaryOperation(instruction, first, second);
    }

    @Override
    public SourceValue ternaryOperation(
        AbstractInsnNode instruction, SourceValue first, SourceValue second, SourceValue third) {
      operands.put(instruction, List.of(first, second, third));
      return super.ternaryOperation(instruction, first, second, third);
    }

    @Override
    public SourceValue naryOperation(
        AbstractInsnNode instruction, List<? extends SourceValue> values) {
      operands.put(instruction, List.copyOf(values));
      return super.naryOperation(instruction, values);
    }
  }

  /** Records during the analysis which instruction may follow which. */
  private static final class Edges extends Analyzer<SourceValue> {
    final BitSet[] normal;
    final BitSet[] exceptional;

    Edges(Producers producers, int size) {
      super(producers);
      normal = IntStream.range(0, size).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
      exceptional = IntStream.range(0, size).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    }

    @Override
    protected void newControlFlowEdge(int from, int to) {
      normal[from].set(to);
    }

    @Override
    protected boolean newControlFlowExceptionEdge(int from, int to) {
      exceptional[from].set(to);
      return true;
    }
  }
}
