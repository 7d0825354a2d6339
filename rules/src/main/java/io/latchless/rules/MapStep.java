package io.latchless.rules;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Classifies calls of a map: a look reads the mapping of a key, an act changes it blindly. */
final class MapStep {
  private static final String OBJECT = "Ljava/lang/Object;";

  private static final Set<String> LOOKS =
      Set.of(
          "containsKey(" + OBJECT + ")Z",
          "get(" + OBJECT + ")" + OBJECT,
          "getOrDefault(" + OBJECT + OBJECT + ")" + OBJECT);

  private static final Map<String, String> IN_ONE_STEP =
      Map.of(
          "put(" + OBJECT + OBJECT + ")" + OBJECT,
          "putIfAbsent, computeIfAbsent, compute or merge",
          "remove(" + OBJECT + ")" + OBJECT,
          "the result of remove(key), remove(key, value) or computeIfPresent",
          "replace(" + OBJECT + OBJECT + ")" + OBJECT,
          "replace(key, old, new) or computeIfPresent");

  private MapStep() {}

  static boolean isLook(MethodInsnNode call) {
    return LOOKS.contains(call.name + call.desc);
  }

  static boolean isAct(MethodInsnNode call) {
    return IN_ONE_STEP.containsKey(call.name + call.desc);
  }

  /** Returns the methods that do the same in one step, as text for a finding. */
  static String inOneStep(MethodInsnNode act) {
    return IN_ONE_STEP.getOrDefault(act.name + act.desc, "compute");
  }
}
