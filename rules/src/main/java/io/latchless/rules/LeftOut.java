package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;

/**
 * Finds the class files that ArchUnit cannot read, in the directory trees and JAR files of the
 * imported ones. ArchUnit only logs them and goes on without them.
 */
final class LeftOut {
  /*
   * Most files that were not imported were not requested. So only a file that is newer than all
   * imported ones, or that ASM cannot read either, is given to ArchUnit again. ArchUnit's answer
   * tells whether it can read the file.
   */

  private static final String JAR = "jar:";
  private static final String IN_JAR = "!/";
  private static final int MAJOR_VERSION = 6;

  /** The names of the imported files, with slashes, by the root that precedes them in the URI. */
  private final Map<String, Set<String>> imported = new HashMap<>();

  private int newest;

  void add(JavaClass type, int majorVersion) {
    newest = Math.max(newest, majorVersion);
    Optional<String> source = type.getSource().map(Source::getUri).map(URI::toString);
    if (source.isPresent()) {
      int name = nameAt(source.get(), type);
      imported
          .computeIfAbsent(source.get().substring(0, name), root -> new HashSet<>())
          .add(decoded(source.get().substring(name)));
    }
  }

  /** Returns the index of the name: at the outermost package, if the file is in its directory. */
  private static int nameAt(String source, JavaClass type) {
    String expected = encoded(type.getName().replace('.', '/') + ".class");
    return source.endsWith("/" + expected)
        ? source.length() - expected.length()
        : source.lastIndexOf('/') + 1;
  }

  /** Returns the URIs of the files that were left out, in order. */
  List<String> files() throws UnreadableClassException {
    Set<String> found = new HashSet<>();
    for (Map.Entry<String, Set<String>> root : imported.entrySet()) {
      for (String name : names(root.getKey())) {
        String file = root.getKey() + encoded(name);
        if (name.endsWith(".class")
            && !name.endsWith("module-info.class")
            && !name.startsWith("META-INF/")
            && !root.getValue().contains(name)
            && isLeftOut(file)) {
          found.add(file);
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private static Set<String> names(String root) throws UnreadableClassException {
    try {
      if (root.startsWith("file:")) {
        Path directory = Path.of(URI.create(root));
        try (Stream<Path> files = Files.walk(directory)) {
          return files
              .map(file -> directory.relativize(file).toString().replace('\\', '/'))
              .collect(Collectors.toSet());
        }
      }
      if (root.startsWith(JAR + "file:") && root.endsWith(IN_JAR)) {
        String jar = root.substring(JAR.length(), root.length() - IN_JAR.length());
        try (JarFile file = new JarFile(Path.of(URI.create(jar)).toFile())) {
          return file.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
      }
      return Set.of(); // in the JDK, or in a JAR file within another
    } catch (IOException e) {
      throw new UnreadableClassException(root + " cannot be listed", e);
    }
  }

  private boolean isLeftOut(String file) {
    try (InputStream stream = URI.create(file).toURL().openStream()) {
      byte[] bytes = stream.readAllBytes();
      int version = new ClassReader(bytes).readUnsignedShort(MAJOR_VERSION);
      if (version <= newest) {
        return false;
      }
      return new ClassFileImporter()
          .importUrl(URI.create(file).toURL()).stream().findAny().isEmpty();
    } catch (IOException | RuntimeException e) {
      // ASM throws arbitrary runtime exceptions for files that it does not understand.
      return true;
    }
  }

  private static String encoded(String name) {
    try {
      return new URI(null, null, "/" + name, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static String decoded(String name) {
    return URI.create("/" + name).getPath().substring(1);
  }
}
