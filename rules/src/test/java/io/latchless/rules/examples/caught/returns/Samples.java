package io.latchless.rules.examples.caught.returns;

import java.util.List;
import org.jspecify.annotations.Nullable;

public class Samples<T> {
  private static final String[] UNITS = {"ns", "us"};

  private final long[] values = new long[8];
  private final Object[] slots = new Object[8];
  private final int[][] rows = {{1}};
  private volatile byte @Nullable [] encoded;
  private boolean empty;

  public static String[] units() {
    return UNITS; // caught
  }

  public long[] values() {
    return values; // caught
  }

  public long[] ofAnotherObject(Samples<T> other) {
    return other.values; // caught
  }

  public long[] throughAVariable() {
    long[] copy = values; // caught
    empty = copy.length == 0;
    return copy;
  }

  public long[] onOneOfTwoWays() {
    return empty ? new long[0] : values; // caught
  }

  protected int[][] rows() {
    return rows; // caught
  }

  @SuppressWarnings("unchecked")
  public T[] cast() {
    return (T[]) slots; // caught
  }

  public byte[] madeWhenFirstAskedFor() {
    if (encoded == null) {
      encoded = new byte[] {1};
    }
    return encoded; // caught
  }

  public List<Object> aCopyAndTheArrayItself() {
    Object[] copy = slots.clone();
    return List.of(copy);
  }

  public Object[] onceThoughReturnedTwice(int index) {
    if (index == 0) {
      return slots; // caught
    }
    return index == 1 ? slots.clone() : slots;
  }
}
