package io.latchless.benchmarks.contest;

import io.latchless.benchmarks.results.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question put to ours and its opponents, and the JMH benchmark that answers it.
 *
 * <p>The benchmark is an ordinary JMH class. It has a parameter named "subject" that the engine
 * sets to the name of the one subject of a fork, so that only that implementation is loaded and the
 * call through the interface is monomorphic:
 *
 * <pre>{@code
 * @State(Scope.Benchmark)
 * public class CounterIncrement {
 *   interface Counter {
 *     long increment();
 *   }
 *
 *   @Param({"CasCounter", "synchronized", "AtomicLong"})
 *   public String subject;
 *
 *   @Param("0")
 *   public int work;
 *
 *   private Counter counter;
 *
 *   @Setup
 *   public void create() {
 *     counter = counter(subject);
 *   }
 *
 *   static Counter counter(String subject) {
 *     return switch (subject) {
 *       case "CasCounter" -> new CasCounter();
 *       case "synchronized" -> new SynchronizedCounter();
 *       case "AtomicLong" -> new AtomicLong()::incrementAndGet;
 *       default -> throw new IllegalArgumentException(subject);
 *     };
 *   }
 *
 *   @Benchmark
 *   public long increment() {
 *     Blackhole.consumeCPU(work);
 *     return counter.increment();
 *   }
 *
 *   @Benchmark
 *   public long incrementTimed(Stopwatch watch) {
 *     long start = watch.start();
 *     long value = counter.increment();
 *     watch.stop(start);
 *     return value;
 *   }
 * }
 * }</pre>
 *
 * <p>The contest is declared in a {@link Catalogue}:
 *
 * <pre>{@code
 * public final class CounterContests implements Catalogue {
 *   public List<Contest> contests() {
 *     return List.of(
 *         Contest.named("metrics/counter/increment-2-threads")
 *             .asks("Is a counter by compare-and-set faster than one behind a monitor?")
 *             .does("two threads increment one counter, with no work in between")
 *             .benchmark(CounterIncrement.class)
 *             .threads(2)
 *             .with("work", "0")
 *             .ours("CasCounter")
 *             .mutex("synchronized")
 *             .peer("AtomicLong")
 *             .latency()
 *             .footprint(CounterIncrement::counter)
 *             .build());
 *   }
 * }
 * }</pre>
 *
 * <p>What each optional part asks of the benchmark class:
 *
 * <ul>
 *   <li>{@code benchmark(class)} takes the class's only method that is no timed twin; {@code
 *       benchmark(class, "name")} chooses one, or a JMH {@code @Group} by its name.
 *   <li>{@code latency()} needs a timed twin: the method's name with {@code Timed} appended, that
 *       times the bare operation with a {@link Stopwatch}. It runs in forks of its own.
 *   <li>{@code group("offer", 2).group("poll", 1)} sets how many threads run each method of a JMH
 *       group, and replaces {@code threads}. The timed twin of a group is a group whose name ends
 *       in {@code Timed}, with methods {@code offerTimed} and {@code pollTimed}.
 *   <li>{@code footprint(factory)} makes one idle instance by a subject's name and weighs all that
 *       it reaches; return the structure itself rather than an adapter around it.
 *   <li>{@code peer("Agrona", "--add-opens=...")} gives one subject's JVM further flags.
 * </ul>
 *
 * @param name unique, lower-case, {@code area/type/case}
 * @param question what the contest asks, one sentence
 * @param workload what every subject does, in words
 * @param benchmark the JMH benchmark class
 * @param method its method, or its group
 * @param threads how many threads hammer one subject
 * @param group threads of each method of a group, by method name; empty if it is no group
 * @param parameters values of the benchmark's other parameters
 * @param subjects everyone who takes part; the first is ours
 * @param latency whether the time of single operations is sampled too
 * @param rounds how many rounds it is to have at least, where there is time; 0 for as few as allow
 *     a verdict
 * @param footprint makes one idle instance by a subject's name; null if not to be weighed
 */
public record Contest(
    String name,
    String question,
    String workload,
    Class<?> benchmark,
    String method,
    int threads,
    SortedMap<String, Integer> group,
    Map<String, String> parameters,
    List<Subject> subjects,
    boolean latency,
    int rounds,
    @Nullable Function<String, ?> footprint) {
  /** What is appended to the name of a method or group to name its timed twin. */
  public static final String TIMED = "Timed";

  /** Copies the collections. */
  public Contest {
    group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    subjects = List.copyOf(subjects);
  }

  /**
   * Starts a declaration.
   *
   * @param name unique, lower-case, {@code area/type/case}
   */
  public static ContestBuilder named(String name) {
    return new ContestBuilder(name);
  }

  /** The Latchless type under test. */
  public Subject ours() {
    return subjects.get(0);
  }

  /** Everyone but ours, in the order of declaration. */
  public List<Subject> opponents() {
    return subjects.stream().filter(subject -> subject.role() != Role.OURS).toList();
  }
}
