package io.latchless.stress.jcstress;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this JVM with one directory moved to the front, so that jcstress reads that
 * directory's test list. Directories become jars: jcstress fails on any path that contains
 * "Result", and then continues without padding its own objects.
 */
final class ForkClassPath {
  private final Path front;
  private final List<Path> entries;

  /** Moves the directory that contains a package to the front. */
  ForkClassPath(String packageName) {
    entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    front =
        entries.stream()
            .filter(entry -> Files.isDirectory(entry.resolve(packageName.replace('.', '/'))))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no directory of classes holds " + packageName));
  }

  /** Returns the directory in front. */
  Path front() {
    return front;
  }

  /**
   * Returns the class path as an argument, with its directories packed into jars in the given one.
   */
  String packed(Path directory) throws IOException {
    List<Path> ordered = new ArrayList<>(List.of(front));
    entries.stream().filter(entry -> !entry.equals(front)).forEach(ordered::add);
    List<String> packed = new ArrayList<>();
    for (Path entry : ordered) {
      packed.add(
          Files.isDirectory(entry)
              ? pack(entry, directory.resolve("classes-" + packed.size() + ".jar")).toString()
              : entry.toString());
    }
    return String.join(File.pathSeparator, packed);
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(bytes)) {
      for (Path file : files) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
