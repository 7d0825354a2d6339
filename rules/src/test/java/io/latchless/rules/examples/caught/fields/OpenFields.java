package io.latchless.rules.examples.caught.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@SuppressWarnings({"MutablePublicArray", "NonApiType", "JdkObsolete"})
public class OpenFields {
  public static int instances = 0; // caught
  public static final String[] NAMES = {"a", "b"}; // caught
  public static final List<String> FIXED_SIZE = Arrays.asList("a", "b"); // caught
  public static final int[][] NO_ROWS_BUT_ONE = new int[1][0]; // caught

  public int count = 1; // caught
  protected String name = ""; // caught
  public volatile boolean stopped = false; // caught
  public final long[] buckets = new long[8]; // caught
  public final Map<String, String> map = new HashMap<>(); // caught
  public final ArrayList<String> typed = new ArrayList<>(8); // caught
  public final Deque<String> made = make(); // caught
  public final List<String> collected = Stream.of("a").collect(Collectors.toList()); // caught

  private static Deque<String> make() {
    return new LinkedList<>();
  }
}
