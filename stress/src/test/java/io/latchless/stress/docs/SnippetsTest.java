package io.latchless.stress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java snippets in the README and in docs compile. */
class SnippetsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final String BEGIN = "```java";
  private static final String END = "```";

  /** Declarations that examples leave out: the reader's own types, objects and methods. */
  private static final String SURROUNDINGS =
      """
      import com.tngtech.archunit.core.domain.JavaClasses;
      import com.tngtech.archunit.core.importer.ClassFileImporter;
      import com.tngtech.archunit.core.importer.ImportOption;
      import com.tngtech.archunit.junit.AnalyzeClasses;
      import com.tngtech.archunit.junit.ArchTest;
      import com.tngtech.archunit.junit.ArchTests;
      import com.tngtech.archunit.library.freeze.FreezingArchRule;
      import io.latchless.eventbus.*;
      import io.latchless.metrics.*;
      import io.latchless.primitives.*;
      import io.latchless.registry.*;
      import io.latchless.registry.HandlerSubscription;
      import io.latchless.ringbuffer.*;
      import io.latchless.rules.LatchlessRules;
      import java.lang.management.ManagementFactory;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import javax.management.*;

      abstract class Surroundings {
        interface Job extends Runnable {}

        interface Worker {
          void work() throws InterruptedException;
        }

        record Order(String id) {}

        interface OrderHandler {
          void onOrder(Order order);
        }

        record Request(String path) {}

        record Response(int status, long length) {}

        interface Upstream {
          Response send(Request request);
        }

        interface Log {
          void append(Order order);

          void info(String format, Object... arguments);
        }

        int workers;
        Order order;
        Request request;
        Upstream upstream;
        Log log;

        abstract void startWorkers(BlockingQueue<Job> jobs);

        abstract void start(int workers, Worker worker);

        abstract void produce(BlockingQueue<Job> jobs);
      }

      abstract class Snippet extends Surroundings {
        void snippet() throws Exception {
      %s
        }
      }
      """;

  /** A code block of a document, named by its position. */
  private record Snippet(String place, String code) {
    static Stream<Snippet> of(String document, List<String> lines) {
      List<Snippet> snippets = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().equals(BEGIN)) {
          int begin = i + 1;
          while (!lines.get(++i).strip().equals(END)) {}
          String code = String.join("\n", lines.subList(begin, i));
          snippets.add(new Snippet(document + ":" + begin, code));
        }
      }
      return snippets.stream();
    }

    @Override
    public String toString() {
      return place;
    }
  }

  static List<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (Path document : documents()) {
      String name = ROOT.relativize(document).toString();
      Snippet.of(name, Files.readAllLines(document)).forEach(snippets::add);
    }
    return snippets;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void compiles(Snippet snippet, @TempDir Path classes) throws IOException {
    assertThat(errors(snippet.code(), classes)).as(snippet.place()).isEmpty();
  }

  @Test
  void areFoundInTheReadmeAndTheGuides() throws IOException {
    assertThat(snippets().stream().map(snippet -> snippet.place().replaceAll(":.*", "")))
        .contains("README.md", "docs/lint.md", "docs/metrics.md", "docs/ringbuffers.md");
  }

  @Test
  void whatDoesNotCompileIsReported(@TempDir Path classes) throws IOException {
    assertThat(errors("new Counter().incrementt();", classes))
        .singleElement()
        .asString()
        .contains("incrementt");
    assertThat(errors("new Counter().increment();", classes)).isEmpty();
  }

  private static List<String> errors(String code, Path classes) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SURROUNDINGS.replace("%s", code);
          }
        };
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                diagnostics,
                List.of(
                    "-proc:none",
                    "-Xlint:none",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path")),
                null,
                List.of(source))
            .call();
    List<String> errors = diagnostics.getDiagnostics().stream().map(Object::toString).toList();
    assertThat(compiled).as("%s", errors).isEqualTo(errors.isEmpty());
    return errors;
  }
}
