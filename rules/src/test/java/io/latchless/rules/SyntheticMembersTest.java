package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weavers and compilers of other languages add public members that no developer can change. */
class SyntheticMembersTest {
  @ParameterizedTest
  @EnumSource(names = {"FIELDS", "RETURNS"})
  void areLeftAlone(Example example, @TempDir Path directory) throws IOException {
    write(directory, ACC_SYNTHETIC);

    assertThat(findings(example, directory)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FIELDS", "RETURNS"})
  void areCaughtIfTheyAreOfTheSource(Example example, @TempDir Path directory) throws IOException {
    write(directory, 0);

    assertThat(findings(example, directory)).hasSize(1);
  }

  private static List<String> findings(Example example, Path directory) {
    return example
        .rule()
        .evaluate(new ClassFileImporter().importPath(directory))
        .getFailureReport()
        .getDetails();
  }

  /** Creates a class with a public array field and a public method that returns it. */
  private static void write(Path directory, int added) throws IOException {
    int access = ACC_PUBLIC | ACC_STATIC | added;
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17, ACC_PUBLIC | ACC_SUPER, "generated/Woven", null, "java/lang/Object", null);
    writer.visitField(access, "numbers", "[I", null, null).visitEnd();
    MethodVisitor method = writer.visitMethod(access, "numbers", "()[I", null, null);
    method.visitCode();
    method.visitFieldInsn(Opcodes.GETSTATIC, "generated/Woven", "numbers", "[I");
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    Files.write(directory.resolve("Woven.class"), writer.toByteArray());
  }
}
