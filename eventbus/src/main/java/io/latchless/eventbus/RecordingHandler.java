package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.Waiters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Records events, so that a test can wait for them and look at them, without sleeping.
 *
 * <pre>{@code
 * RecordingHandler<OrderPlaced> recorded = new RecordingHandler<>(100);
 * bus.subscribe(PLACED, recorded);
 * shop.order(42);
 * assertTrue(recorded.await(1, Duration.ofSeconds(5)));
 * assertEquals(List.of(new OrderPlaced(42)), recorded.events());
 * }</pre>
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code onEvent}: wait-free, but for waking a thread that waits;
 *       {@code events}, {@code count}: wait-free; {@code await}: parks
 *   <tr><th scope="row">Linearizable<td>{@code onEvent} and {@code events}, as long as one thread
 *       records at a time
 *   <tr><th scope="row">Happens-before<td>actions before an event is recorded happen before actions
 *       after another thread sees it here
 *   <tr><th scope="row">Allocation<td>{@code onEvent}: none; {@code events}: the list
 * </table>
 *
 * @param <E> the type of the events
 * @since 0.1.0
 */
public final class RecordingHandler<E> implements EventHandler<E> {
  private final AtomicReferenceArray<@Nullable E> recorded;

  /** How many places were claimed, including those that do not exist. */
  private final AtomicInteger claimed = new AtomicInteger();

  private final Waiters<RecordingHandler<E>> waiters = new Waiters<>();

  /**
   * Creates a handler that has recorded nothing.
   *
   * @param capacity how many events it keeps, at least 1; later ones are only counted
   * @throws IllegalArgumentException if {@code capacity} is less than 1
   */
  public RecordingHandler(int capacity) {
    Arguments.requireBetween(1, Integer.MAX_VALUE - 8, capacity, "capacity");
    recorded = new AtomicReferenceArray<>(capacity);
  }

  @Override
  public void onEvent(E event) {
    requireNonNull(event, "event");
    waiters.requireStack();
    int place = claimed.getAndIncrement();
    if (place >= 0 && place < recorded.length()) {
      recorded.set(place, event);
    }
    waiters.changed(this);
  }

  /**
   * Returns the recorded events, in order. If several threads record, an event may be missing while
   * an earlier one is still being recorded.
   *
   * @return an immutable list
   */
  public List<E> events() {
    List<E> events = new ArrayList<>();
    int end = Math.min(count(), recorded.length());
    for (int place = 0; place < end; place++) {
      E event = recorded.get(place);
      if (event == null) {
        break;
      }
      events.add(event);
    }
    return List.copyOf(events);
  }

  /**
   * Returns how many events there were, including those that were not kept.
   *
   * @return at least 0; 2<sup>31</sup> - 1 if it was that or more
   */
  public int count() {
    int places = claimed.get();
    return places < 0 ? Integer.MAX_VALUE : places;
  }

  /**
   * Waits until a number of events have been recorded.
   *
   * @param events how many, from 0 to the capacity
   * @param timeout how long to wait
   * @return false if the time was up
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws IllegalArgumentException if {@code events} or {@code timeout} is out of bounds
   */
  @CheckReturnValue
  public boolean await(int events, Duration timeout) throws InterruptedException {
    Arguments.requireBetween(0, recorded.length(), events, "events");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    Waiters.Attempt<Boolean> areThere = () -> haveCome(events) ? true : null;
    return haveCome(events)
        || (nanos > 0 && waiters.park(changed -> true, areThere, nanos) != null);
  }

  private boolean haveCome(int events) {
    for (int place = 0; place < events; place++) {
      if (recorded.get(place) == null) {
        return false;
      }
    }
    return true;
  }
}
