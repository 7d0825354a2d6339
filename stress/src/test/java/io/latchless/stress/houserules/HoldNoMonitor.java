package io.latchless.stress.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Checks the bytecode itself, because ArchUnit's import does not include synchronized blocks. */
final class HoldNoMonitor extends ArchCondition<JavaClass> {
  private static final int API = Opcodes.ASM9;

  HoldNoMonitor() {
    super("have no synchronized method and no synchronized block");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    var source =
        type.getSource()
            .orElseThrow(() -> new IllegalStateException("no class file of " + type.getName()));
    try (InputStream bytes = source.getUri().toURL().openStream()) {
      new ClassReader(bytes)
          .accept(
              new ClassVisitor(API) {
                @Override
                public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                  if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                    report(name, "is synchronized");
                  }
                  return new MethodVisitor(API) {
                    @Override
                    public void visitInsn(int opcode) {
                      if (opcode == Opcodes.MONITORENTER) {
                        report(name, "has a synchronized block");
                      }
                    }
                  };
                }

                private void report(String method, String what) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, "%s.%s %s".formatted(type.getName(), method, what)));
                }
              },
              ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + type.getName(), e);
    }
  }
}
