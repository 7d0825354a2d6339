package io.latchless.rules;

import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** See {@link LatchlessRules#NO_CLASSES_SHOULD_CHECK_THEN_ACT_ON_CONCURRENT_MAPS}. */
final class ChangeMapsInOneStep extends BytecodeCondition {
  ChangeMapsInOneStep() {
    super("change a concurrent map in one step");
  }

  @Override
  void check(ClassFile file, ClassFiles files, Findings findings) throws UnreadableClassException {
    for (MethodNode method : file.methods()) {
      if (hasBothSteps(method) && !isGuarded(method)) {
        MethodFlow flow = file.flow(method);
        for (MapGap gap : new MapGaps(file, files, flow).all()) {
          findings.add(method, gap.act(), gap.complaint());
        }
      }
    }
  }

  private static boolean hasBothSteps(MethodNode method) {
    List<MethodInsnNode> calls = calls(method).toList();
    return calls.stream().anyMatch(MapStep::isLook) && calls.stream().anyMatch(MapStep::isAct);
  }

  /** Returns whether the method uses a lock, or declares that its caller holds one. */
  private static boolean isGuarded(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0
        || annotations(method).anyMatch(annotation -> annotation.desc.matches(".*[/$]GuardedBy;"))
        || calls(method)
            .anyMatch(
                call ->
                    call.owner.startsWith("java/util/concurrent/locks/")
                        && !call.name.equals("<init>")
                        && !call.owner.endsWith("/LockSupport"));
  }

  private static Stream<AnnotationNode> annotations(MethodNode method) {
    return Stream.of(method.visibleAnnotations, method.invisibleAnnotations)
        .filter(annotations -> annotations != null)
        .flatMap(List::stream);
  }

  private static Stream<MethodInsnNode> calls(MethodNode method) {
    return ClassFile.instructions(method)
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast);
  }
}
