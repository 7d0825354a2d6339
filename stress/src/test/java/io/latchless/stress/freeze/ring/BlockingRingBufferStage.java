package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.RingBufferClosedException;
import io.latchless.stress.freeze.ThawStage;
import io.latchless.stress.soak.Rest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All operations of a {@link BlockingRingBuffer} that wait, and all that must wake a waiter. */
public abstract class BlockingRingBufferStage implements ThawStage {
  private static final int CAPACITY = 2;
  private static final long SHORT_MILLIS = 5;
  private static final Set<String> CONSUMERS = Set.of("take", "timedPoll");
  private static final Set<String> PRODUCERS = Set.of("put", "timedOffer");

  /** Records which elements went in and came out, each exactly once. */
  private static final class Account {
    final BlockingRingBuffer<Integer> queue = new BlockingRingBuffer<>(CAPACITY);
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final Set<Integer> in = ConcurrentHashMap.newKeySet();
    final Set<Integer> out = ConcurrentHashMap.newKeySet();
    final Set<Integer> perhapsLost = ConcurrentHashMap.newKeySet();
    final Queue<String> objections = new ConcurrentLinkedQueue<>();

    Integer supply() {
      Integer element = made.incrementAndGet();
      in.add(element);
      return element;
    }

    boolean offer() {
      Integer element = made.incrementAndGet();
      return accepted(element, queue.offer(element));
    }

    boolean accepted(Integer element, boolean accepted) {
      return accepted && in.add(element);
    }

    void took(@Nullable Integer element) {
      if (element != null && !out.add(element)) {
        objections.add("element " + element + " came out twice");
      }
    }

    List<String> objections() {
      List<String> all = new ArrayList<>(objections);
      List<Integer> left = List.copyOf(queue);
      Set<Integer> missing = new TreeSet<>(in);
      missing.removeAll(out);
      missing.removeAll(perhapsLost);
      left.forEach(missing::remove);
      if (!missing.isEmpty()) {
        all.add("elements " + missing + " are lost");
      }
      if (!in.containsAll(left) || left.stream().anyMatch(out::contains)) {
        all.add("left are " + left + ", put in were " + in + ", taken " + out);
      }
      if (refused.get() > 0 && !queue.isClosed()) {
        all.add("refused by an open queue");
      }
      return all;
    }
  }

  private interface Use {
    void of(Account account) throws InterruptedException;
  }

  private volatile Account account = new Account();

  /** A consumer is frozen. */
  public static final class Consumers extends BlockingRingBufferStage {
    private static final List<String> SCRIPTS =
        List.of(
            "take offer close",
            "take offer poll close",
            "offer",
            "close",
            "offer poll",
            "interrupt offer",
            "take interrupt offer",
            "take offer offerToTheInterrupted",
            "take take offer fill",
            "take fillThatThrows");

    @Override
    public List<Walk> walks() {
      return List.of(
          new Walk("empty/take", this::empty, "", "take", "steal offer", SCRIPTS),
          new Walk("awaited/take", this::empty, "take", "take", "interrupt", SCRIPTS),
          new Walk("awaited/timedPoll", this::empty, "take", "timedPoll", "", SCRIPTS));
    }
  }

  /** A producer is frozen. */
  public static final class Producers extends BlockingRingBufferStage {
    private static final List<String> SCRIPTS =
        List.of(
            "put poll close",
            "put poll offer close",
            "poll",
            "close",
            "poll offer",
            "interrupt poll",
            "put interrupt poll",
            "put poll pollToTheInterrupted",
            "put put poll drain",
            "put remove",
            "put removeByIterator");

    /** Operations that pass the hole left by a removal without waking a thread. */
    private static final List<String> CLEARED = List.of("peek", "remainingCapacity");

    @Override
    public List<Walk> walks() {
      return List.of(
          new Walk("full/put", this::full, "", "put", "refill poll", SCRIPTS),
          new Walk("crowded/put", this::full, "put", "put", "interrupt", SCRIPTS),
          new Walk("cleared/put", this::full, "", "put", "remove", CLEARED),
          new Walk("crowded/timedOffer", this::full, "put", "timedOffer", "", SCRIPTS));
    }
  }

  /** A thread that adds or reveals elements is frozen beside consumers. */
  public static final class Arrivals extends BlockingRingBufferStage {
    private static final List<String> SCRIPTS =
        List.of(
            "offerToTheInterrupted",
            "take",
            "interruptFirst",
            "take offerToTheInterrupted",
            "close",
            "take offer");

    @Override
    public List<Walk> walks() {
      List<Walk> walks = new ArrayList<>();
      for (String victim :
          List.of("offer", "fill", "fillThatThrows", "fillThatThrowsLater", "close")) {
        walks.add(new Walk("awaited/" + victim, this::empty, "take take", victim, "", SCRIPTS));
      }
      Walk flicker = new Walk("awaited/flicker", this::empty, "take take", "flicker", "", SCRIPTS);
      walks.add(flicker.tracedAlone());
      return walks;
    }
  }

  /** A thread that makes room, or gives back claimed room, is frozen beside producers. */
  public static final class Departures extends BlockingRingBufferStage {
    private static final List<String> SCRIPTS =
        List.of("put", "pollToTheInterrupted", "interruptFirst", "put put", "close", "put poll");

    @Override
    public List<Walk> walks() {
      List<Walk> walks = new ArrayList<>();
      List<String> victims = List.of("poll", "drain", "remove", "removeByIterator");
      for (String victim : victims) {
        walks.add(new Walk("crowded/" + victim, this::full, "put put", victim, "", SCRIPTS));
      }
      for (String victim : List.of("poll", "drain", "remainingCapacity", "peek")) {
        walks.add(new Walk("gapped/" + victim, this::gapped, "put put", victim, "", SCRIPTS));
      }
      for (String victim : List.of("fillThatThrows", "fillThatThrowsLater", "fill")) {
        walks.add(new Walk("empty/" + victim, this::empty, "", victim, "", SCRIPTS));
      }
      return walks;
    }
  }

  final void empty() {
    account = new Account();
  }

  final void full() {
    Account fresh = new Account();
    while (fresh.offer()) {
      Thread.onSpinWait();
    }
    account = fresh;
  }

  /** Removes the second element; its slot stays in use because of the first one. */
  final void gapped() {
    full();
    account.took(CAPACITY);
    account.queue.remove(CAPACITY);
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("take", a -> a.took(a.queue.take())),
        act("timedPoll", a -> a.took(a.queue.poll(SHORT_MILLIS, TimeUnit.MILLISECONDS))),
        act("put", BlockingRingBufferStage::put),
        act("timedOffer", BlockingRingBufferStage::timedOffer),
        act("offer", Account::offer),
        act("poll", a -> a.took(a.queue.poll())),
        act("steal", BlockingRingBufferStage::steal),
        act("refill", BlockingRingBufferStage::refill),
        act("drain", a -> a.queue.drain(a::took, CAPACITY)),
        act("fill", a -> fill(a, CAPACITY)),
        act("fillThatThrows", a -> fillThatThrows(a, 0)),
        act("fillThatThrowsLater", a -> fillThatThrows(a, 1)),
        act("remove", BlockingRingBufferStage::remove),
        act("removeByIterator", BlockingRingBufferStage::removeByIterator),
        act("peek", a -> a.queue.peek()),
        act("flicker", BlockingRingBufferStage::flicker),
        act("remainingCapacity", a -> a.queue.remainingCapacity()),
        act("close", a -> a.queue.close()),
        new Act("interrupt", cast -> cast.victim().interrupt()),
        new Act("interruptFirst", cast -> cast.first().interrupt()),
        act("offerToTheInterrupted", Account::offer, true),
        act("pollToTheInterrupted", a -> a.took(a.queue.poll()), true));
  }

  private Act act(String name, Use use) {
    return act(name, use, false);
  }

  /** Creates an act; a thread woken and interrupted at once leaves without the element or room. */
  private Act act(String name, Use use, boolean interruptsFirst) {
    return new Act(
        name,
        cast -> {
          if (interruptsFirst) {
            cast.first().interrupt();
          }
          try {
            use.of(account);
          } catch (RingBufferClosedException told) {
            account.refused.incrementAndGet();
          }
        });
  }

  private static void put(Account a) throws InterruptedException {
    Integer element = a.made.incrementAndGet();
    a.queue.put(element);
    a.accepted(element, true);
  }

  private static void timedOffer(Account a) throws InterruptedException {
    Integer element = a.made.incrementAndGet();
    a.accepted(element, a.queue.offer(element, SHORT_MILLIS, TimeUnit.MILLISECONDS));
  }

  private static void steal(Account a) {
    a.offer();
    a.took(a.queue.poll());
  }

  private static void refill(Account a) {
    a.took(a.queue.poll());
    a.offer();
  }

  private static void fillThatThrows(Account a, int after) {
    try {
      fill(a, after);
    } catch (IllegalArgumentException expected) {
      if (!"supplier".equals(expected.getMessage())) {
        a.objections.add("fill has thrown " + expected);
      }
    }
  }

  /**
   * Fills with a supplier that throws after some elements; its last element is lost if the queue is
   * closed.
   */
  private static void fill(Account a, int supplied) {
    List<Integer> made = new ArrayList<>();
    try {
      a.queue.fill(
          () -> {
            if (made.size() == supplied) {
              throw new IllegalArgumentException("supplier");
            }
            Integer element = a.supply();
            made.add(element);
            return element;
          },
          CAPACITY);
    } catch (RingBufferClosedException told) {
      if (!made.isEmpty()) {
        a.perhapsLost.add(made.get(made.size() - 1));
      }
      throw told;
    }
  }

  private static void remove(Account a) {
    Integer element = a.queue.peek();
    if (element != null && a.queue.remove(element)) {
      a.took(element);
    }
  }

  /** Removes an added element before a consumer takes it, which leaves a hole to pass. */
  private static void flicker(Account a) {
    Integer element = a.made.incrementAndGet();
    if (a.accepted(element, a.queue.offer(element)) && a.queue.remove(element)) {
      a.took(element);
    }
    a.queue.peek();
  }

  private static void removeByIterator(Account a) {
    Iterator<Integer> elements = a.queue.iterator();
    if (elements.hasNext()) {
      a.perhapsLost.add(elements.next());
      elements.remove();
    }
  }

  @Override
  public List<String> objections(List<String> parked) {
    Account a = account;
    List<String> objections =
        new ArrayList<>(
            Rest.objections(a.queue, count(parked, CONSUMERS), count(parked, PRODUCERS)));
    objections.addAll(a.objections());
    return objections;
  }

  private static int count(List<String> parked, Set<String> names) {
    return (int) parked.stream().filter(names::contains).count();
  }

  @Override
  public void end() {
    account.queue.close();
  }
}
