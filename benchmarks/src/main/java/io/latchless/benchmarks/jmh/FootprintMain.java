package io.latchless.benchmarks.jmh;

import io.latchless.benchmarks.choice.Choices;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.contest.Suite;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.openjdk.jol.info.GraphLayout;

/** Measures the deep size of instances in a JVM of its own and prints one line for each. */
public final class FootprintMain {
  /** Marks our lines among the output of JOL. */
  private static final String MARK = "footprint";

  private FootprintMain() {}

  /**
   * Measures the subjects of some contests.
   *
   * @param names the names of the contests
   */
  public static void main(String[] names) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> wanted = List.of(names);
    Set<String> listed = new HashSet<>();
    for (Contest contest : Suite.load().contests()) {
      listed.add(contest.name());
      if (wanted.contains(contest.name())) {
        weigh(contest, out);
      }
    }
    // The suite lists the scenarios; contests of other shapes are created on request.
    for (String name : wanted) {
      Shape.ofContest(name)
          .filter(shape -> !listed.contains(name))
          .ifPresent(shape -> weigh(Choices.of(shape.shared()).contest(shape), out));
    }
    // A subject may have started threads that would keep this JVM alive.
    System.exit(0);
  }

  private static void weigh(Contest contest, PrintStream out) {
    Function<String, ?> factory = contest.footprint();
    if (factory != null) {
      for (Subject subject : contest.subjects()) {
        weigh(contest, subject, factory, out);
      }
    }
  }

  static String key(String contest, String subject) {
    return contest + "\t" + subject;
  }

  static void parse(String line, BiConsumer<String, Long> found) {
    String[] parts = line.split("\t", -1);
    if (parts.length == 4 && parts[0].equals(MARK)) {
      found.accept(key(parts[1], parts[2]), Long.valueOf(parts[3]));
    }
  }

  private static void weigh(
      Contest contest, Subject subject, Function<String, ?> factory, PrintStream out) {
    try {
      long bytes = GraphLayout.parseInstance(factory.apply(subject.name())).totalSize();
      out.println(MARK + "\t" + key(contest.name(), subject.name()) + "\t" + bytes);
    } catch (RuntimeException | LinkageError e) {
      // The figure stays unknown. The same factory also fails the subject's forks, and that is
      // reported.
      out.println(e);
    }
  }
}
