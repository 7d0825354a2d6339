package io.latchless.stress.hostile;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** A ring whose elements are numbered and recorded in the books. */
final class RingSubject extends Subject {
  /*
   * The books are arrays, written without a call that could allocate or lock, because the stack may
   * overflow between an operation and its entry. An element is "perhaps in" before it is offered;
   * the operation's return makes it "in" or "not in". An element that a filter has selected is
   * "perhaps out". At rest, an element that is "in" was either taken once or is in the ring once.
   */

  static final int CAPACITY = 8;
  private static final int NUMBERS = 4_096;
  private static final int NOT_IN = 0;
  private static final int PERHAPS_IN = 1;
  private static final int IN = 2;
  private static final int PERHAPS_OUT = 3;

  /** An element whose equals and hashCode may be hostile. */
  static final class Element {
    final int number;
    private final RingSubject owner;

    Element(int number, RingSubject owner) {
      this.number = number;
      this.owner = owner;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      owner.onEquals.run();
      return this == other;
    }

    @Override
    public int hashCode() {
      owner.onEquals.run();
      return number;
    }
  }

  final RingBuffer<Element> ring;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicIntegerArray states = new AtomicIntegerArray(NUMBERS);
  private final AtomicIntegerArray takes = new AtomicIntegerArray(NUMBERS);
  private final List<CompletableFuture<@Nullable Throwable>> parked = new ArrayList<>();
  private volatile Hook onEquals = Hook.GENTLE;

  @SuppressWarnings("ReturnValueIgnored") // only its return matters
  RingSubject(RingBuffer<Element> ring, int elements) {
    this.ring = ring;
    for (int i = 0; i < elements; i++) {
      offer(next());
    }
    operation("offer", () -> offer(next()));
    operation("poll", () -> taken(ring.poll()));
    operation("peek", () -> see(ring.peek()));
    operation("size", () -> requireWithin(ring.size()));
    operation("isEmpty", ring::isEmpty);
    operation("iterator", () -> ring.iterator().forEachRemaining(each -> {}));
    operation("contains", () -> ring.contains(new Element(-1, this)));
    operation("drain", () -> ring.drain(this::taken, 1));
    operation("fill", () -> fill(1, Hook.GENTLE));
    if (!(ring instanceof LockFreeRingBuffer)) {
      operation("remove", this::removeNewest);
    }
    if (ring instanceof BlockingRingBuffer<Element> blocking) {
      operation("timed offer", () -> timedOffer(blocking));
      operation("timed poll", () -> taken(blocking.poll(0, TimeUnit.DAYS)));
      operation("remainingCapacity", () -> requireWithin(blocking.remainingCapacity()));
    }
  }

  /**
   * Creates a full ring with producers waiting for room, as the only operation of other threads.
   */
  static RingSubject withParkedProducers(int producers) {
    BlockingRingBuffer<Element> ring = new BlockingRingBuffer<>(CAPACITY);
    RingSubject subject = new RingSubject(ring, CAPACITY);
    subject.operations().clear();
    subject.park(
        producers,
        () -> {
          Element element = subject.next();
          ring.put(element);
          subject.settle(element, IN);
        });
    subject.operation("a parked producer", () -> subject.oneGetsThrough());
    return subject;
  }

  /** Creates an empty ring with consumers waiting, as the only operation of other threads. */
  static RingSubject withParkedConsumers(int consumers) {
    BlockingRingBuffer<Element> ring = new BlockingRingBuffer<>(CAPACITY);
    RingSubject subject = new RingSubject(ring, 0);
    subject.operations().clear();
    subject.park(consumers, () -> subject.taken(ring.take()));
    subject.operation("a parked consumer", () -> subject.oneGetsThrough());
    return subject;
  }

  private void park(int threads, Operation operation) {
    for (int i = 0; i < threads; i++) {
      parked.add(Threads.start("parked", operation));
    }
    Threads.until(() -> waitersOfRing() == threads, "the threads to park");
  }

  private void oneGetsThrough() {
    if (!Threads.ends(CompletableFuture.anyOf(parked.toArray(CompletableFuture<?>[]::new)))) {
      throw new AssertionError("none of " + waitersOfRing() + " waiters gets through");
    }
  }

  Element next() {
    Element next = new Element(numbers.getAndIncrement(), this);
    states.set(next.number, PERHAPS_IN);
    return next;
  }

  void offer(Element element) {
    settle(element, ring.offer(element) ? IN : NOT_IN);
  }

  void relaxedOffer(Element element) {
    settle(element, ring.relaxedOffer(element) ? IN : NOT_IN);
  }

  private void timedOffer(BlockingRingBuffer<Element> blocking) throws InterruptedException {
    Element element = next();
    settle(element, blocking.offer(element, 0, TimeUnit.DAYS) ? IN : NOT_IN);
  }

  private void see(@Nullable Element element) {
    if (element != null && element.owner != this) {
      throw new AssertionError("an element of another ring");
    }
  }

  void taken(@Nullable Element element) {
    if (element != null) {
      takes.incrementAndGet(element.number);
    }
  }

  /** Calls {@code fill}, with a supplier that runs the hook. */
  int fill(int limit, Hook hook) {
    @Nullable Element[] last = new Element[1];
    int filled =
        ring.fill(
            () -> {
              settleSupplied(last[0]);
              last[0] = null;
              hook.run();
              Element next = next();
              last[0] = next;
              return next;
            },
            limit);
    settleSupplied(last[0]);
    return filled;
  }

  /**
   * Fills an empty ring; at the first supplier call another thread puts as many as there is room
   * for.
   */
  int fillBesideProducers(Hook hook) {
    BlockingRingBuffer<Element> queue = (BlockingRingBuffer<Element>) ring;
    boolean[] begun = new boolean[1];
    return fill(
        CAPACITY,
        () -> {
          if (!begun[0]) {
            begun[0] = true;
            parked.add(
                Threads.start(
                    "producer",
                    () -> {
                      Element element = next();
                      queue.put(element);
                      settle(element, IN);
                    }));
            Threads.until(() -> waitersOfRing() == 1 || stillParked() == 0, "the producer");
          }
          hook.run();
        });
  }

  /** Records the previously supplied element as in, since the supplier is called again. */
  private void settleSupplied(@Nullable Element supplied) {
    if (supplied != null) {
      settle(supplied, IN);
    }
  }

  /**
   * Records how an operation ended, unless another thread's filter has selected the element since.
   */
  private void settle(Element element, int state) {
    states.compareAndSet(element.number, PERHAPS_IN, state);
  }

  /** Makes elements run a hook when they are compared. */
  void onEquals(Hook hook) {
    onEquals = hook;
  }

  private void removeNewest() {
    Element last = null;
    for (Element each : ring) {
      last = each;
    }
    if (last != null && ring.remove(last)) {
      taken(last);
    }
  }

  /** Selects elements with even numbers, and records that they may be out. */
  boolean even(Element element, Hook hook) {
    hook.run();
    if (element.number % 2 == 0) {
      states.set(element.number, PERHAPS_OUT);
      return true;
    }
    return false;
  }

  private void requireWithin(int count) {
    if (count < 0 || count > ring.capacity()) {
      throw new AssertionError("a size of " + count + " of " + ring.capacity());
    }
  }

  private int waitersOfRing() {
    return ring instanceof BlockingRingBuffer<?> blocking ? blocking.waiterCount() : 0;
  }

  @Override
  int waiters() {
    return waitersOfRing();
  }

  @Override
  String kind() {
    return ring.getClass().getSimpleName() + operations().keySet();
  }

  @Override
  void discard() {
    if (!parked.isEmpty() && ring instanceof BlockingRingBuffer<?> blocking) {
      blocking.close();
      ring.clear();
    }
  }

  @Override
  void account(List<String> faults, End end) throws Exception {
    onEquals = Hook.GENTLE;
    List<Element> left = new ArrayList<>();
    letParkedGo(faults, left);
    int size = ring.size();
    List<Element> shown = new ArrayList<>();
    ring.iterator().forEachRemaining(shown::add);
    int before = left.size();
    for (Element e; (e = ring.poll()) != null; ) {
      left.add(e);
    }
    require(faults, ring.isEmpty(), "not empty after poll returned null");
    int inside = left.size() - before;
    // An element that a target has refused goes back even if its room was given away. The lock-free
    // ring adds every element that it has requested from a supplier.
    int most = ring instanceof MpmcRingBuffer ? ring.capacity() : ring.capacity() + 1;
    require(
        faults,
        size == Math.min(inside, ring.capacity()) && inside <= most,
        "size was " + size + " with " + inside + " elements in");
    require(
        faults,
        shown.size() == left.size() - before,
        "the iterator showed " + shown.size() + " of " + (left.size() - before) + " elements");
    balance(faults, left, end);
    wholeCapacity(faults);
  }

  /**
   * Takes or puts until every parked thread has returned; at rest no thread may wait for an element
   * or room that exists.
   */
  private void letParkedGo(List<String> faults, List<Element> left) {
    if (parked.isEmpty()) {
      return;
    }
    Threads.until(
        () ->
            waitersOfRing() == 0
                || (waitersOfRing() == stillParked() && (ring.isEmpty() || isFull())),
        "waiters to leave: %d wait although the ring has %d of %d elements"
            .formatted(waitersOfRing(), ring.size(), ring.capacity()));
    boolean consumers = ring.isEmpty();
    for (int i = 0; i < 2 * CAPACITY && stillParked() > 0; i++) {
      if (consumers) {
        offer(next());
      } else {
        Element polled = ring.poll();
        if (polled != null) {
          left.add(polled);
        }
      }
    }
    parked.forEach(each -> require(faults, Threads.ends(each), "a parked thread stays parked"));
  }

  private boolean isFull() {
    return ring.size() == ring.capacity();
  }

  private int stillParked() {
    return (int) parked.stream().filter(each -> !each.isDone()).count();
  }

  private void balance(List<String> faults, Collection<Element> left, End end) {
    int[] inside = new int[NUMBERS];
    left.forEach(each -> inside[each.number]++);
    Set<Integer> lost = new HashSet<>();
    for (int i = 0; i < numbers.get(); i++) {
      int found = takes.get(i) + inside[i];
      int state = states.get(i);
      if (found > 1) {
        faults.add("element " + i + " came " + found + " times");
      } else if (found == 1 && state == NOT_IN) {
        faults.add("element " + i + " was refused, but came");
      } else if (found == 0 && state == IN) {
        lost.add(i);
      }
    }
    // A callback may overflow before it has recorded its element.
    int handedAndNotNoted = end == End.OVERFLOWED ? 1 : 0;
    require(faults, lost.size() <= handedAndNotNoted, "elements are lost: " + lost);
  }

  private void wholeCapacity(List<String> faults) {
    for (int round = 0; round < 2; round++) {
      int room = 0;
      while (room <= ring.capacity() && ring.offer(new Element(0, this))) {
        room++;
      }
      require(
          faults,
          room == ring.capacity(),
          "the empty ring has room for " + room + ", its capacity is " + ring.capacity());
      int drained = 0;
      while (ring.poll() != null) {
        drained++;
      }
      require(faults, drained == room, drained + " of " + room + " came out again");
    }
  }
}
