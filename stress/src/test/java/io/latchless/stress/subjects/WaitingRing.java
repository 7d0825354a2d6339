package io.latchless.stress.subjects;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The base class of the rogues that leave a thread parked; correct as it stands. */
public class WaitingRing {
  /** Taken instead of an element if the queue is closed. */
  public static final int NOTHING = RingSubject.NOTHING;

  private final Queue<Integer> elements = new ConcurrentLinkedQueue<>();
  private final AtomicInteger room;
  private final WaitingList consumers;
  private final WaitingList producers;
  private volatile boolean closed;

  /** Creates a ring with the given capacity. */
  public WaitingRing(int capacity, Supplier<? extends WaitingList> lists) {
    room = new AtomicInteger(capacity);
    consumers = lists.get();
    producers = lists.get();
  }

  /** Adds an element; false if there is no room. */
  public final boolean offer(int element) {
    if (closed || !claim()) {
      return false;
    }
    add(element);
    return true;
  }

  private boolean claim() {
    return room.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private void add(int element) {
    elements.add(element);
    arrived();
    consumers.wakeOne();
  }

  /** Called after an element has been added. */
  protected void arrived() {}

  /** Removes and returns the oldest element, or {@link #NOTHING} if there is none. */
  public final int poll() {
    Integer element = elements.poll();
    if (element == null) {
      return NOTHING;
    }
    departed();
    giveBack();
    return element;
  }

  /** Called after an element has been removed. */
  protected void departed() {}

  private void giveBack() {
    room.getAndIncrement();
    producers.wakeOne();
  }

  /** Takes an element, waiting for one; {@link #NOTHING} if the queue is closed. */
  public final int take() throws InterruptedException {
    try {
      return consumers.park(this::polled);
    } finally {
      if (!isEmpty()) {
        consumers.wakeOne();
      }
    }
  }

  private @Nullable Integer polled() {
    boolean last = closed;
    int element = poll();
    return element == NOTHING && !last ? null : Integer.valueOf(element);
  }

  /** Adds an element, waiting for room; false if the queue is closed. */
  public final boolean put(int element) throws InterruptedException {
    try {
      return producers.park(() -> offered(element));
    } finally {
      if (hasRoom()) {
        producers.wakeOne();
      }
    }
  }

  private @Nullable Boolean offered(int element) {
    if (closed) {
      return false;
    }
    return offer(element) ? true : null;
  }

  /** Claims room for two elements, and gives back the room that it cannot fill. */
  public final void fill(IntSupplier supplier) {
    int claimed = (claim() ? 1 : 0) + (claim() ? 1 : 0);
    try {
      for (; claimed > 0; claimed--) {
        add(supplier.getAsInt());
      }
    } finally {
      room.getAndAdd(claimed);
      if (claimed > 0) {
        roomGivenBack();
      }
    }
  }

  /** Called after claimed room has been given back unused. */
  protected void roomGivenBack() {
    producers.wakeOne();
  }

  /** Removes an element at any position. */
  public boolean remove(int element) {
    boolean removed = elements.remove(element);
    if (removed) {
      departed();
      giveBack();
    }
    return removed;
  }

  /** Returns whether the ring is empty; called by a thread that leaves the list. */
  public boolean isEmpty() {
    return elements.isEmpty();
  }

  /** Returns whether an element is in. */
  public final boolean hasElement() {
    return !elements.isEmpty();
  }

  public final boolean hasRoom() {
    return room.get() > 0;
  }

  public final boolean isClosed() {
    return closed;
  }

  public final int waiterCount() {
    return consumers.count() + producers.count();
  }

  /** Closes the ring and wakes all waiters. */
  public final void close() {
    closed = true;
    consumers.wakeAll();
    producers.wakeAll();
  }
}
