package io.latchless.stress.houserules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Violators that this build's compiler would reject, written as bytecode. */
final class GeneratedViolators {
  private GeneratedViolators() {}

  /** Writes a class with one field of an inaccessible type. */
  static void writeField(Path directory, String fieldDescriptor) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        "generated/Violator",
        null,
        "java/lang/Object",
        null);
    writer
        .visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "field", fieldDescriptor, null, null)
        .visitEnd();
    writer.visitEnd();
    Files.write(directory.resolve("Violator.class"), writer.toByteArray());
  }
}
