package io.latchless.benchmarks.history;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A circular array in plain fields. A subclass calls each method but {@code newest} under its lock,
 * which it holds only while references are copied.
 */
abstract class PlainHistory<E> implements History<E> {
  private final @Nullable Object[] elements;
  private int next;
  private long written;

  PlainHistory(int capacity) {
    elements = new Object[capacity];
  }

  @Override
  public void add(E element) {
    elements[next] = requireNonNull(element);
    next = next + 1 < elements.length ? next + 1 : 0;
    written++;
  }

  @Override
  @SuppressWarnings("unchecked") // only add writes elements
  public final List<E> newest(int limit) {
    return new ArrayList<>((List<E>) Arrays.asList(copyOfNewest(limit)));
  }

  /** Returns the newest elements, the oldest of them first. */
  Object[] copyOfNewest(int limit) {
    int count = (int) Math.min(limit, Math.min(written, elements.length));
    Object[] copy = new Object[count];
    int beforeTheEnd = Math.max(0, count - next);
    System.arraycopy(elements, elements.length - beforeTheEnd, copy, 0, beforeTheEnd);
    int left = count - beforeTheEnd;
    System.arraycopy(elements, next - left, copy, beforeTheEnd, left);
    return copy;
  }

  @Override
  public long overwritten() {
    return Math.max(0, written - elements.length);
  }
}
