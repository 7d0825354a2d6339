package io.latchless.benchmarks.contest;

import io.latchless.benchmarks.results.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds a contest; see {@link Contest} for an example. */
public final class ContestBuilder {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+");

  private final String name;
  private final SortedMap<String, Integer> group = new TreeMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final List<Subject> subjects = new ArrayList<>();
  private String question = "";
  private String workload = "";
  private int threads;
  private int rounds;
  private boolean latency;
  private @Nullable Class<?> benchmark;
  private @Nullable String method;
  private @Nullable Function<String, ?> footprint;

  ContestBuilder(String name) {
    this.name = name;
    if (!NAME.matcher(name).matches()) {
      throw invalid("a name is area/type/case in a-z, 0-9 and -");
    }
  }

  /** Sets the question, one sentence that ends in a question mark. */
  public ContestBuilder asks(String question) {
    this.question = question;
    return this;
  }

  /** Describes the work of every subject in words: mix, size, local work. */
  public ContestBuilder does(String workload) {
    this.workload = workload;
    return this;
  }

  /** Takes the only {@code @Benchmark} of the class that is not a timed twin. */
  public ContestBuilder benchmark(Class<?> benchmark) {
    this.benchmark = benchmark;
    this.method = null;
    return this;
  }

  /**
   * Takes one of several methods, or a group.
   *
   * @param benchmark the JMH benchmark class
   * @param method the name of a {@code @Benchmark} method or of a {@code @Group}
   */
  public ContestBuilder benchmark(Class<?> benchmark, String method) {
    this.benchmark = benchmark;
    this.method = method;
    return this;
  }

  /** Sets the number of threads on one subject. */
  public ContestBuilder threads(int threads) {
    if (threads < 1) {
      throw invalid("threads must be at least 1, not " + threads);
    }
    this.threads = threads;
    return this;
  }

  /** Sets the number of threads that run one method of a group. */
  public ContestBuilder group(String method, int threads) {
    if (threads < 1) {
      throw invalid("group member " + method + " needs at least 1 thread, not " + threads);
    }
    if (group.putIfAbsent(method, threads) != null) {
      throw invalid("group member " + method + " is given twice");
    }
    return this;
  }

  /** Fixes a parameter of the benchmark. */
  public ContestBuilder with(String parameter, String value) {
    if (parameter.equals(BenchmarkShape.SUBJECT)) {
      throw invalid("the parameter \"subject\" is set by the engine");
    }
    if (parameters.putIfAbsent(parameter, value) != null) {
      throw invalid("parameter " + parameter + " is given twice");
    }
    return this;
  }

  /** Adds the Latchless type. It must be the first subject. */
  public ContestBuilder ours(String name, String... jvmArguments) {
    return subject(name, Role.OURS, jvmArguments);
  }

  /** Adds a lock-based baseline. */
  public ContestBuilder mutex(String name, String... jvmArguments) {
    return subject(name, Role.MUTEX, jvmArguments);
  }

  /** Adds a lock-free equivalent from the JDK or another library. */
  public ContestBuilder peer(String name, String... jvmArguments) {
    return subject(name, Role.PEER, jvmArguments);
  }

  /** Samples the time of single operations too, by the benchmark's timed twin. */
  public ContestBuilder latency() {
    latency = true;
    return this;
  }

  /**
   * Sets the minimum number of rounds, if time allows. With more rounds than a verdict needs, the
   * interval no longer extends from the smallest to the largest ratio.
   */
  public ContestBuilder rounds(int rounds) {
    if (rounds < 1) {
      throw invalid("rounds must be at least 1, not " + rounds);
    }
    this.rounds = rounds;
    return this;
  }

  /** Measures the deep size of an idle instance, created from a subject's name. */
  public ContestBuilder footprint(Function<String, ?> factory) {
    footprint = factory;
    return this;
  }

  /**
   * Checks the declaration and returns the contest.
   *
   * @throws InvalidContestException if the contest cannot run as declared
   */
  public Contest build() {
    requireText("asks", question);
    requireText("does", workload);
    requireSubjects();
    Class<?> type = benchmark;
    if (type == null) {
      throw invalid("no benchmark class is given");
    }
    if (threads > 0 && !group.isEmpty()) {
      throw invalid("give threads or group members, not both");
    }
    int total =
        group.isEmpty()
            ? Math.max(1, threads)
            : group.values().stream().mapToInt(Integer::intValue).sum();
    BenchmarkShape shape = BenchmarkShape.of(name, type);
    String chosen = method == null ? shape.onlyMethod() : method;
    shape.requireMethod(chosen, group);
    if (latency) {
      shape.requireTimedTwin(chosen, group);
    }
    shape.requireParameters(parameters.keySet());
    return new Contest(
        name,
        question,
        workload,
        type,
        chosen,
        total,
        group,
        parameters,
        subjects,
        latency,
        rounds,
        footprint);
  }

  private ContestBuilder subject(String subject, Role role, String... jvmArguments) {
    if (subject.isBlank()) {
      throw invalid("a subject has no name");
    }
    if (subjects.stream().anyMatch(other -> other.name().equals(subject))) {
      throw invalid("subject \"" + subject + "\" is given twice");
    }
    boolean first = subjects.isEmpty();
    if (role == Role.OURS && !first) {
      throw invalid(
          subjects.get(0).role() == Role.OURS
              ? "two subjects are ours: " + subjects.get(0).name() + " and " + subject
              : "ours must come before the other subjects");
    }
    subjects.add(new Subject(subject, role, List.of(jvmArguments)));
    return this;
  }

  private void requireSubjects() {
    if (subjects.isEmpty() || subjects.get(0).role() != Role.OURS) {
      throw invalid("no subject is ours");
    }
    if (subjects.size() == 1) {
      throw invalid(subjects.get(0).name() + " has no opponent");
    }
  }

  private void requireText(String step, String text) {
    if (text.isBlank()) {
      throw invalid(step + "(...) is missing");
    }
  }

  private InvalidContestException invalid(String fault) {
    return new InvalidContestException(name, fault);
  }
}
