package io.latchless.rules.examples.leftalone.returns;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"})
public class Copies {
  private static final String[] NONE = {};

  private final int[] numbers = {1};
  private final List<String> names = new ArrayList<>();
  private final List<String> fixed = List.of("a");
  private final List<String> copied;
  private final List<String> viewed;
  private final List<String> streamed = Stream.of("a").toList();
  private final Set<String> collected = Stream.of("a").collect(Collectors.toUnmodifiableSet());
  private final List<String> fromGuava;
  private final ImmutableList<String> typed = ImmutableList.of();
  private final List<String> byOwnMethod;
  private final List<String> fromBuilder;
  private final List<String> another;
  private final Map<String, String> shared = new ConcurrentHashMap<>();
  private final Set<String> sharedSet = Collections.newSetFromMap(new ConcurrentHashMap<>());
  private final Collection<String> locked = Collections.synchronizedList(new ArrayList<>());
  private final Queue<String> queue = new ConcurrentLinkedQueue<>();
  private volatile List<String> onWrite = List.of();
  private @Nullable Set<String> orNull;
  private List<String> pending = new ArrayList<>();
  private byte[] buffer = new byte[8];

  public Copies(Collection<String> given, Builder builder) {
    copied = List.copyOf(given);
    viewed = Collections.unmodifiableList(new ArrayList<>(given));
    fromGuava = ImmutableList.copyOf(given);
    byOwnMethod = sorted(given);
    fromBuilder = builder.items;
    another = given.isEmpty() ? List.of() : copied;
  }

  private static List<String> sorted(Collection<String> given) {
    if (given.isEmpty()) {
      return Collections.emptyList();
    }
    return given.stream().sorted().toList();
  }

  public static final class Builder {
    private List<String> items = List.of();

    public void items(Collection<String> given) {
      items = List.copyOf(given);
    }
  }

  public static String[] none() {
    return NONE;
  }

  public int[] numbers() {
    return numbers.clone();
  }

  public int[] enlarged() {
    int[] copy = numbers;
    copy = Arrays.copyOf(copy, 8);
    return copy;
  }

  public static int[] ofAnObjectMadeForIt(Collection<String> given) {
    Copies made = new Copies(given, new Builder());
    made.numbers[0] = given.size();
    return made.numbers;
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  public List<String> namesAsView() {
    return Collections.unmodifiableList(names);
  }

  public List<String> fixed() {
    return fixed;
  }

  public List<String> copied() {
    return copied;
  }

  public List<String> viewed() {
    return viewed;
  }

  public List<String> streamed() {
    return streamed;
  }

  public Set<String> collected() {
    return collected;
  }

  public List<String> fromGuava() {
    return fromGuava;
  }

  public ImmutableList<String> typed() {
    return typed;
  }

  public List<String> byOwnMethod() {
    return byOwnMethod;
  }

  public List<String> fromBuilder() {
    return fromBuilder;
  }

  public List<String> another() {
    return another;
  }

  public Map<String, String> shared() {
    return shared;
  }

  public Set<String> sharedSet() {
    return sharedSet;
  }

  public Collection<String> locked() {
    return locked;
  }

  public Queue<String> queue() {
    return queue;
  }

  public void add(String name) {
    List<String> next = new ArrayList<>(onWrite);
    next.add(name);
    onWrite = List.copyOf(next);
  }

  public List<String> onWrite() {
    return onWrite;
  }

  public void forget() {
    orNull = null;
  }

  public @Nullable Set<String> orNull() {
    return orNull;
  }

  public List<String> drain() {
    List<String> drained = pending;
    pending = new ArrayList<>();
    return drained;
  }

  public byte[] exchange(byte[] next) {
    byte[] full = buffer;
    buffer = next;
    return full;
  }

  int[] forThePackage() {
    return numbers;
  }

  private List<String> forItself() {
    return names;
  }

  static class OfThePackage {
    private final int[] numbers = {1};

    public int[] numbers() {
      return numbers;
    }
  }

  public enum Level {
    LOW,
    HIGH
  }
}
