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
 * A question about ours and its opponents, and the JMH benchmark that answers it.
 *
 * <p>The benchmark is an ordinary JMH class. Its parameter "subject" is set by the engine to the
 * name of the fork's only subject. A fork therefore loads only that implementation, and the call
 * through the interface is monomorphic:
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
 * <p>The optional parts require the following of the benchmark class:
 *
 * <ul>
 *   <li>{@code benchmark(class)} takes the class's only method that is not a timed twin; {@code
 *       benchmark(class, "name")} chooses one, or a JMH {@code @Group} by its name.
 *   <li>{@code latency()} needs a timed twin: a method of the same name with {@code Timed}
 *       appended, which times the bare operation with a {@link Stopwatch}. It runs in forks of its
 *       own.
 *   <li>{@code group("offer", 2).group("poll", 1)} sets how many threads run each method of a JMH
 *       group, and replaces {@code threads}. The timed twin of a group is a group whose name ends
 *       in {@code Timed}, with methods {@code offerTimed} and {@code pollTimed}.
 *   <li>{@code footprint(factory)} creates one idle instance from a subject's name; its deep size
 *       is measured. Return the structure itself rather than an adapter around it.
 *   <li>{@code peer("Agrona", "--add-opens=...")} gives the subject's JVM further flags.
 * </ul>
 *
 * @param name unique, lower-case, {@code area/type/case}
 * @param question the question, one sentence
 * @param workload the work of every subject, in words
 * @param benchmark the JMH benchmark class
 * @param method the name of its method or group
 * @param threads the number of threads on one subject
 * @param group the number of threads of each method of a group; empty without a group
 * @param parameters the values of the benchmark's other parameters
 * @param subjects the subjects; the first is ours
 * @param latency whether to sample the time of single operations too
 * @param rounds the minimum number of rounds, if time allows; 0 for as few as allow a verdict. A
 *     contest that names a number belongs to the first contests of its type
 * @param footprint creates one idle instance from a subject's name; null to skip the footprint
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
  /** The suffix that names the timed twin of a method or group. */
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

  /** Returns the Latchless type under test. */
  public Subject ours() {
    return subjects.get(0);
  }

  /** Returns every subject but ours, in the order of declaration. */
  public List<Subject> opponents() {
    return subjects.stream().filter(subject -> subject.role() != Role.OURS).toList();
  }
}
