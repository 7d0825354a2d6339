package io.latchless.rules.examples.caught.returns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@SuppressWarnings("NonApiType")
public class Orders {
  private static final Map<String, String> BY_NAME = new HashMap<>();

  private final List<String> made = new ArrayList<>();
  private final ArrayList<String> typed = new ArrayList<>();
  private final Set<String> given;
  private final Set<String> checked;
  private final List<String> sometimesCopied;
  private final Collection<String> fromBuilder;
  private final List<String> collected = Stream.of("a").collect(Collectors.toList());
  private List<String> replaceable = List.of();

  public Orders(Set<String> given, Builder builder) {
    this.given = given;
    this.checked = Objects.requireNonNull(given);
    this.sometimesCopied = List.copyOf(given);
    this.fromBuilder = builder.items;
  }

  Orders(List<String> trusted) {
    this.given = Set.of();
    this.checked = Set.of();
    this.sometimesCopied = trusted;
    this.fromBuilder = List.of();
  }

  public static final class Builder {
    private final Collection<String> items = new TreeSet<>();

    public Builder add(String item) {
      items.add(item);
      return this;
    }
  }

  public void replace(List<String> next) {
    replaceable = next;
  }

  public static Map<String, String> byName() {
    return BY_NAME; // caught
  }

  public List<String> made() {
    return made; // caught
  }

  public List<String> typed() {
    return typed; // caught
  }

  public Set<String> given() {
    return given; // caught
  }

  public Set<String> checked() {
    return checked; // caught
  }

  public List<String> sometimesCopied() {
    return sometimesCopied; // caught
  }

  public Collection<String> fromBuilder() {
    return fromBuilder; // caught
  }

  public List<String> collected() {
    return collected; // caught
  }

  public Iterable<String> replaceable() {
    return replaceable; // caught
  }
}
