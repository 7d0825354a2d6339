package io.latchless.benchmarks.contest;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;

/**
 * Checks what a contest asks of a JMH class. JMH itself ignores an unknown parameter or a thread
 * count that does not apply, so a misspelt one would silently measure something else.
 */
final class BenchmarkShape {
  static final String SUBJECT = "subject";

  private final String contest;
  private final Class<?> type;
  private final List<Method> methods;

  private BenchmarkShape(String contest, Class<?> type) {
    this.contest = contest;
    this.type = type;
    this.methods =
        Arrays.stream(type.getMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .toList();
    if (methods.isEmpty()) {
      throw invalid(type.getName() + " has no public @Benchmark method");
    }
  }

  static BenchmarkShape of(String contest, Class<?> type) {
    return new BenchmarkShape(contest, type);
  }

  /** Returns the only method or group that is not a timed twin. */
  String onlyMethod() {
    TreeSet<String> names =
        methods.stream()
            .map(BenchmarkShape::runName)
            .filter(name -> !name.endsWith(Contest.TIMED))
            .collect(toCollection(TreeSet::new));
    if (names.size() != 1) {
      throw invalid(type.getSimpleName() + " has " + names + ": say which one to run");
    }
    return names.first();
  }

  void requireMethod(String name, SortedMap<String, Integer> group) {
    Set<String> members = members(name);
    if (members.isEmpty()) {
      throw invalid(type.getSimpleName() + " has no @Benchmark or @Group " + name);
    }
    boolean isGroup = !members.equals(Set.of(name)) || isGroup(name);
    if (!isGroup && !group.isEmpty()) {
      throw invalid(name + " is not a @Group: give threads instead");
    }
    if (isGroup && !members.equals(group.keySet())) {
      throw invalid("@Group " + name + " has the methods " + members + ", not " + group.keySet());
    }
  }

  void requireTimedTwin(String name, SortedMap<String, Integer> group) {
    String twin = name + Contest.TIMED;
    Set<String> expected = new TreeSet<>();
    group.keySet().forEach(member -> expected.add(member + Contest.TIMED));
    if (expected.isEmpty()) {
      expected.add(twin);
    }
    if (!members(twin).equals(expected)) {
      throw invalid(
          "latency() needs the timed twin %s in %s, with the methods %s, not %s"
              .formatted(twin, type.getSimpleName(), expected, members(twin)));
    }
    if (methods.stream()
        .filter(method -> runName(method).equals(twin))
        .noneMatch(method -> List.of(method.getParameterTypes()).contains(Stopwatch.class))) {
      throw invalid(twin + " takes no " + Stopwatch.class.getSimpleName());
    }
  }

  void requireParameters(Set<String> given) {
    Set<String> known = new TreeSet<>(parameters());
    if (!known.contains(SUBJECT)) {
      throw invalid(type.getSimpleName() + " has no field \"@Param String subject\"");
    }
    for (String name : given) {
      if (!known.contains(name)) {
        throw invalid(type.getSimpleName() + " has no parameter " + name + ", only " + known);
      }
    }
  }

  /** Returns the parameters of the class and of every state that it or its methods can use. */
  private Set<String> parameters() {
    Set<String> names = new HashSet<>();
    Set<Class<?>> seen = new HashSet<>();
    Deque<Class<?>> left = new ArrayDeque<>(states());
    while (!left.isEmpty()) {
      Class<?> state = left.pop();
      if (!state.getName().startsWith("java.") && seen.add(state)) {
        for (Field field : state.getDeclaredFields()) {
          if (field.isAnnotationPresent(Param.class)) {
            names.add(field.getName());
          }
        }
        if (state.getSuperclass() != null) {
          left.push(state.getSuperclass());
        }
      }
    }
    return names;
  }

  private List<Class<?>> states() {
    List<Class<?>> states = new ArrayList<>();
    states.add(type);
    for (Method method : type.getMethods()) {
      states.addAll(List.of(method.getParameterTypes()));
    }
    return states;
  }

  private Set<String> members(String name) {
    return methods.stream()
        .filter(method -> runName(method).equals(name))
        .map(Method::getName)
        .collect(toCollection(TreeSet::new));
  }

  private boolean isGroup(String name) {
    return methods.stream()
        .anyMatch(
            method -> method.isAnnotationPresent(Group.class) && runName(method).equals(name));
  }

  private static String runName(Method method) {
    Group group = method.getAnnotation(Group.class);
    return group == null ? method.getName() : group.value();
  }

  private InvalidContestException invalid(String fault) {
    return new InvalidContestException(contest, fault);
  }
}
