package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules read class files of the newest version that the running JDK compiles. */
class NewestClassFilesTest {
  private static final int MAJOR_VERSION_OF_JAVA_1 = 44;

  private static final String SOURCE =
      """
      import java.util.concurrent.ConcurrentMap;

      public class Newest {
        public int[] numbers = {1};
        boolean stopped;

        public int[] numbers() { return numbers; }

        void add(ConcurrentMap<String, String> map, String key) {
          if (!map.containsKey(key)) map.put(key, key);
        }

        void await() { while (!stopped) {} }

        void lock(String lock) { synchronized (lock) { stopped = true; } }
      }
      """;

  @Test
  void areRead(@TempDir Path directory) throws IOException {
    compile(directory);

    assertThat(Files.readAllBytes(directory.resolve("Newest.class"))[7])
        .isEqualTo((byte) (MAJOR_VERSION_OF_JAVA_1 + Runtime.version().feature()));
    assertThat(Example.values())
        .allSatisfy(
            example ->
                assertThat(
                        example
                            .rule()
                            .evaluate(new ClassFileImporter().importPath(directory))
                            .getFailureReport()
                            .getDetails())
                    .singleElement()
                    .asString()
                    .contains("<Newest."));
  }

  private static void compile(Path directory) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Newest.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
          }
        };
    List<String> options = List.of("-proc:none", "-Xlint:none", "-d", directory.toString());
    assertThat(compiler.getTask(null, null, null, options, null, List.of(source)).call()).isTrue();
  }
}
