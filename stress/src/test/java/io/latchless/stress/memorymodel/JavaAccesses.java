package io.latchless.stress.memorymodel;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The accesses to shared words in Java sources, with their modes, found by parsing. */
final class JavaAccesses {
  /**
   * One access.
   *
   * @param in class and method, as in {@code Lazy.get}; nested classes count as the outermost
   * @param call the call, as in {@code STATE.getAcquire}, or the name of a volatile field
   */
  record Access(String in, String call, Mode mode, boolean readModifyWrite) {
    @Override
    public String toString() {
      return in + " " + call;
    }
  }

  private final List<Access> accesses = new ArrayList<>();
  private final List<Access> named = new ArrayList<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();
  private final List<String> misnamed = new ArrayList<>();

  private JavaAccesses() {}

  /**
   * Parses sources.
   *
   * @param sources source texts by the simple name of the outermost class
   */
  static JavaAccesses of(Map<String, String> sources) throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
    JavaAccesses all = new JavaAccesses();
    for (CompilationUnitTree unit : task.parse()) {
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree outermost) {
          all.read(outermost);
        }
      }
    }
    return all;
  }

  /**
   * Returns the accesses to model: those whose mode differs from the one in their method's name.
   */
  List<Access> toBeModelled() {
    return accesses;
  }

  Stream<Access> all() {
    return Stream.concat(accesses.stream(), named.stream());
  }

  /**
   * Returns the text of all methods with that name, as in {@code Lazy.get}, or "" if there is none.
   */
  String bodyOf(String method) {
    return bodies.getOrDefault(method, "");
  }

  /** Returns the objections to methods that are named after a mode. */
  List<String> misnamed() {
    return misnamed;
  }

  private void read(ClassTree outermost) {
    String name = outermost.getSimpleName().toString();
    Words words = new Words();
    words.scan(outermost, null);
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        String in = name + "." + method.getName();
        Calls calls = new Calls(in, words);
        calls.scan(method.getBody(), null);
        bodies.merge(in, String.valueOf(method.getBody()), (a, b) -> a + b);
        keep(in, method.getName().toString(), calls.found);
        return super.visitMethod(method, null);
      }
    }.scan(outermost, null);
  }

  private void keep(String in, String method, List<Access> found) {
    Optional<Mode> said = Mode.saidBy(method);
    if (said.isEmpty()) {
      accesses.addAll(found);
      return;
    }
    Mode mode = said.orElseThrow();
    if (!found.isEmpty() && found.stream().noneMatch(access -> access.mode == mode)) {
      misnamed.add(in + " says " + mode + " and does " + found);
    }
    boolean pure = found.stream().allMatch(access -> access.mode == mode);
    (pure ? named : accesses).addAll(found);
  }

  /** Collects the fields that are volatile or of a java.util.concurrent.atomic type. */
  private static final class Words extends TreeScanner<@Nullable Void, @Nullable Void> {
    final Set<String> volatiles = new HashSet<>();
    final Set<String> atomics = new HashSet<>();

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
      String name = variable.getName().toString();
      if (variable.getModifiers().getFlags().contains(Modifier.VOLATILE)) {
        volatiles.add(name);
      }
      if (String.valueOf(variable.getType()).startsWith("Atomic")) {
        atomics.add(name);
      }
      return super.visitVariable(variable, null);
    }
  }

  private static final class Calls extends TreeScanner<@Nullable Void, @Nullable Void> {
    final List<Access> found = new ArrayList<>();
    private final String in;
    private final Words words;

    Calls(String in, Words words) {
      this.in = in;
      this.words = words;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      String called = call.getMethodSelect().toString();
      String method = called.substring(called.lastIndexOf('.') + 1);
      Optional<Mode> mode = Mode.saidBy(method);
      if (mode.isEmpty() && isOfAtomic(called)) {
        mode = Optional.of(Mode.VOLATILE);
      }
      mode.ifPresent(m -> found.add(new Access(in, called, m, Mode.isReadModifyWrite(method))));
      return super.visitMethodInvocation(call, null);
    }

    private boolean isOfAtomic(String called) {
      int dot = called.lastIndexOf('.');
      return dot > 0 && words.atomics.contains(called.substring(0, dot).replace("this.", ""));
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void none) {
      volatileField(identifier.getName().toString());
      return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree member, @Nullable Void none) {
      volatileField(member.getIdentifier().toString());
      return super.visitMemberSelect(member, null);
    }

    private void volatileField(String name) {
      if (words.volatiles.contains(name)) {
        found.add(new Access(in, name, Mode.VOLATILE, false));
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
