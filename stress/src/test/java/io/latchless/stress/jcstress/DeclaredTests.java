package io.latchless.stress.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.openjdk.jcstress.annotations.JCStressTest;

/** Finds the tests among compiled classes by their annotation, not by jcstress's own list. */
final class DeclaredTests {
  private static final String ANNOTATION = Type.getDescriptor(JCStressTest.class);

  private DeclaredTests() {}

  /** Returns the names of all annotated classes below a directory, nested ones with a dot. */
  static Set<String> below(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(file -> file.toString().endsWith(".class")).toList();
    }
    Set<String> names = new TreeSet<>();
    for (Path file : files) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      reader.accept(
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
              if (descriptor.equals(ANNOTATION)) {
                names.add(canonical(reader.getClassName().replace('/', '.')));
              }
              return null;
            }
          },
          ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return names;
  }

  /** Returns the canonical name of a nested class, for which jcstress uses two spellings. */
  static String canonical(String name) {
    return name.replace('$', '.');
  }
}
