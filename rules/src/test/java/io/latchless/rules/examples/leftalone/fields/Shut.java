package io.latchless.rules.examples.leftalone.fields;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

@SuppressWarnings({"ClassCanBeStatic", "UnusedVariable", "UnusedNestedClass", "EffectivelyPrivate"})
public class Shut {
  public static final String NAME = "name";
  public static final String[] NONE = {};
  public static final int[] NO_NUMBERS = new int[0];
  public static final List<String> FIXED = List.of("a");
  public static final Set<String> VIEW = Collections.unmodifiableSet(ConcurrentHashMap.newKeySet());

  public final AtomicInteger counter = new AtomicInteger();
  public final Map<String, String> shared = new ConcurrentHashMap<>();
  public final ConcurrentHashMap<String, String> typed = new ConcurrentHashMap<>();
  public final List<String> given;
  protected final int[] forHeirs = {1};
  int forThePackage = 1;
  private int own = 1;

  public Shut(List<String> given) {
    this.given = given;
    assert own > 0;
  }

  /** Its reference to the outer object is a field that is not in the source. */
  public class Inner {
    private final List<String> own = new ArrayList<>();

    public int size() {
      return own.size() + given.size();
    }
  }

  private static final class Node {
    public int value = 1;
  }

  static class ForThePackage {
    public int value = 1;

    public static class NestedInIt {
      public int value = 1;
    }
  }
}
