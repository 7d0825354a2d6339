package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Passes null for each reference parameter of every public method. */
@NullUnmarked
class NullArgumentsTest {
  /**
   * Hot reads that dereference at once: the exception is the JVM's own, and names the parameter.
   */
  private static final Set<String> IMPLICIT =
      Set.of(
          "AtomicStatus.isIn",
          "TransitionGraph.allows",
          "TransitionGraph.canReach",
          "TransitionGraph.isTerminal",
          "TransitionGraph.successors");

  private static final ListenerErrorHandler HANDLER = ListenerErrorHandler.logging();
  private static final StatusListener<Door, String> STATUS_LISTENER = (from, to) -> {};
  private static final ChangeListener<String> CHANGE_LISTENER = (before, after, version) -> {};
  private static final ProcessListener PROCESS_LISTENER = (from, to) -> {};

  /** A sample of every type, to call methods on or to pass. */
  private static Map<Class<?>, Object> samples() throws Exception {
    Map<Class<?>, Object> samples = new HashMap<>();
    samples.put(AtomicStatus.class, new AtomicStatus<>(Door.DOORS));
    samples.put(Backoff.class, new Backoff());
    samples.put(Latest.class, new Latest<String>());
    samples.put(Lazy.class, Lazy.of(() -> "lazy"));
    samples.put(Mailbox.class, new Mailbox<String>());
    samples.put(ProcessStatusHolder.class, new ProcessStatusHolder());
    samples.put(SnapshotRef.class, new SnapshotRef<>("value"));
    samples.put(StatusHolder.class, StatusHolder.of(Door.DOORS, "data"));
    samples.put(TransitionGraph.class, Door.DOORS);
    samples.put(TransitionGraph.Builder.class, TransitionGraph.startingAt(Door.SHUT));
    samples.put(ProcessStatus.class, ProcessStatus.PENDING);
    samples.put(
        ProcessFollower.class,
        ProcessFollower.follow(
            new ProcessStatusHolder(), new ProcessBuilder("sh", "-c", "exit 0").start()));
    samples.put(Process.class, new ProcessBuilder("sh", "-c", "exit 0").start());
    samples.put(ProcessHandle.class, ProcessHandle.current());
    samples.put(Executor.class, (Executor) Runnable::run);
    samples.put(ProcessBuilder.class, new ProcessBuilder("sh", "-c", "exit 0"));
    samples.put(ListenerErrorHandler.class, HANDLER);
    samples.put(StatusListener.class, STATUS_LISTENER);
    samples.put(ChangeListener.class, CHANGE_LISTENER);
    samples.put(ProcessListener.class, PROCESS_LISTENER);
    samples.put(InstantSource.class, InstantSource.system());
    samples.put(Instant.class, SettableClock.NOON);
    samples.put(OptionalInt.class, OptionalInt.empty());
    samples.put(Duration.class, Duration.ZERO);
    samples.put(Predicate.class, (Predicate<Object>) any -> true);
    samples.put(UnaryOperator.class, UnaryOperator.identity());
    samples.put(Callable.class, (Callable<String>) () -> "called");
    samples.put(Supplier.class, (Supplier<String>) () -> "supplied");
    samples.put(Map.class, Map.of(Door.SHUT, Set.of(Door.OPEN, Door.LOCKED, Door.BROKEN)));
    samples.put(Enum.class, Door.SHUT);
    samples.put(Enum[].class, new Door[] {Door.LOCKED});
    samples.put(Object.class, "object");
    samples.put(String.class, "PENDING");
    samples.put(long.class, 0L);
    samples.put(int.class, 0);
    return samples;
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceParameterRefusesNull() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Class<?> type : publicClasses()) {
      List<Executable> callable = new ArrayList<>(List.of(type.getConstructors()));
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())
            && !method.isSynthetic()
            && !method.getName().equals("equals")) {
          callable.add(method);
        }
      }
      for (Executable each : callable) {
        for (int i = 0; i < each.getParameterCount(); i++) {
          int at = i;
          if (!takesNull(each.getParameters()[at])) {
            tests.add(
                DynamicTest.dynamicTest(
                    nameOf(each) + " " + Arrays.toString(each.getParameterTypes()) + " " + at,
                    () -> assertRefusesNull(each, at)));
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(60);
    return tests.stream();
  }

  private static void assertRefusesNull(Executable called, int at) throws Exception {
    Map<Class<?>, Object> samples = samples();
    Object[] arguments = new Object[called.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = called.getParameterTypes()[i];
      arguments[i] = i == at ? null : samples.get(type);
      assertThat(samples).as("a sample for every parameter").containsKey(type);
    }
    try {
      if (called instanceof Method method) {
        Object target =
            Modifier.isStatic(method.getModifiers())
                ? null
                : samples.get(method.getDeclaringClass());
        method.invoke(target, arguments);
      } else {
        ((java.lang.reflect.Constructor<?>) called).newInstance(arguments);
      }
      fail("took null");
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(NullPointerException.class);
      if (IMPLICIT.contains(nameOf(called))) {
        assertThat(e.getCause()).hasMessageMatching(".*because \"\\w+\" is null");
      } else {
        assertThat(e.getCause()).hasMessageMatching("[a-z]\\w+");
        assertThat(called.toString()).isNotEqualTo(e.getCause().getMessage());
      }
    }
  }

  private static String nameOf(Executable called) {
    String type = called.getDeclaringClass().getSimpleName();
    return called instanceof Method ? type + "." + called.getName() : type;
  }

  private static boolean takesNull(Parameter parameter) {
    boolean mayBeNullData =
        parameter.getParameterizedType() instanceof TypeVariable<?> variable
            && variable.getName().equals("D");
    return parameter.getType().isPrimitive()
        || mayBeNullData
        || parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Returns the public classes, including nested ones; interfaces are for users to implement. */
  private static List<Class<?>> publicClasses() throws Exception {
    File classes =
        new File(
            ProcessFollower.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve("io/latchless/primitives/"));
    List<Class<?>> found = new ArrayList<>();
    for (String file : classes.list((folder, name) -> name.endsWith(".class"))) {
      if (!file.equals("package-info.class")) {
        Class<?> type = Class.forName("io.latchless.primitives." + file.replace(".class", ""));
        if (Modifier.isPublic(type.getModifiers()) && !type.isInterface() && !type.isEnum()) {
          found.add(type);
        }
      }
    }
    assertThat(found)
        .contains(StatusHolder.class, Snapshot.class, TransitionGraph.Builder.class)
        .hasSizeGreaterThan(15);
    return found;
  }
}
