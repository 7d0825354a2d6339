package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.REFUSED;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import io.latchless.stress.hostile.RingSubject.Element;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Scenarios in which the three consuming rings run user code. */
final class RingScenarios {
  private static final int SOME = 4;

  private RingScenarios() {}

  static Stream<Row<?>> all() {
    return Stream.of(
            of(MpmcRingBuffer.class, MpmcRingBuffer::new),
            of(LockFreeRingBuffer.class, LockFreeRingBuffer::new),
            of(BlockingRingBuffer.class, BlockingRingBuffer::new),
            blocking())
        .flatMap(table -> table.rows().stream());
  }

  static Table<RingSubject> of(Class<?> type, IntFunction<? extends RingBuffer<Element>> maker) {
    return of(type, maker, subject -> {});
  }

  @SuppressWarnings("ReturnValueIgnored") // only its return matters
  static Table<RingSubject> of(
      Class<?> type,
      IntFunction<? extends RingBuffer<Element>> maker,
      Consumer<RingSubject> preparation) {
    Table<RingSubject> rows =
        new Table<>(
            type,
            () -> {
              RingSubject subject = new RingSubject(maker.apply(RingSubject.CAPACITY), SOME);
              preparation.accept(subject);
              return subject;
            });
    // The lock-free ring documents that elements leave it at its head only.
    Fate removal = type == LockFreeRingBuffer.class ? REFUSED : PASSED_ON;
    rows.row(
        "drain(Consumer,int)",
        PASSED_ON,
        (ring, hook) -> ring.ring.drain(each -> take(ring, each, hook), 4));
    rows.row(
        "drain of a full ring",
        () -> new RingSubject(maker.apply(RingSubject.CAPACITY), RingSubject.CAPACITY),
        PASSED_ON,
        (ring, hook) -> {
          boolean[] room = {true};
          int[] calls = new int[1];
          ring.ring.drain(
              each -> {
                ring.taken(each);
                if (calls[0]++ == 0) {
                  Element next = ring.next();
                  ring.offer(next);
                  room[0] = ring.ring.size() == RingSubject.CAPACITY;
                }
                hook.run();
              },
              3);
          if (!room[0]) {
            throw new AssertionError(
                "no room for a second element while the consumer has the first");
          }
        });
    rows.row("fill(Supplier,int)", PASSED_ON, (ring, hook) -> ring.fill(3, hook));
    rows.row(
        "fill of an empty ring",
        () -> new RingSubject(maker.apply(RingSubject.CAPACITY), 0),
        PASSED_ON,
        (ring, hook) -> ring.fill(RingSubject.CAPACITY, hook));
    rows.row(
        "fill, a supplied element is in before the next is requested",
        () -> new RingSubject(maker.apply(RingSubject.CAPACITY), 0),
        PASSED_ON,
        (ring, hook) -> {
          int[] calls = new int[1];
          ring.fill(
              2,
              () -> {
                if (calls[0]++ == 1) {
                  Element first = ring.ring.poll();
                  ring.taken(first);
                  hook.run();
                  if (first == null) {
                    throw new AssertionError("poll does not find the first element");
                  }
                }
              });
          if (calls[0] < 2) {
            hook.run();
          }
        });
    rows.row("addAll(Collection)", PASSED_ON, (ring, hook) -> ring.ring.addAll(source(hook, ring)));
    rows.row(
        "containsAll(Collection)",
        PASSED_ON,
        (ring, hook) -> ring.ring.containsAll(sourceOf(hook, List.copyOf(ring.ring))));
    rows.row(
        "removeAll(Collection)",
        removal,
        (ring, hook) -> ring.ring.removeAll(judge(each -> ring.even(each, gentle(removal, hook)))));
    rows.row(
        "retainAll(Collection)",
        removal,
        (ring, hook) ->
            ring.ring.retainAll(judge(each -> !ring.even(each, gentle(removal, hook)))));
    rows.row(
        "removeIf(Predicate)",
        removal,
        (ring, hook) -> ring.ring.removeIf(each -> ring.even(each, gentle(removal, hook))));
    rows.row("forEach(Consumer)", PASSED_ON, (ring, hook) -> ring.ring.forEach(e -> hook.run()));
    rows.row(
        "iterator()",
        PASSED_ON,
        (ring, hook) -> ring.ring.iterator().forEachRemaining(e -> hook.run()));
    rows.row(
        "spliterator()",
        PASSED_ON,
        (ring, hook) -> ring.ring.spliterator().forEachRemaining(e -> hook.run()));
    rows.row(
        "stream()",
        PASSED_ON,
        (ring, hook) -> ring.ring.stream().peek(e -> hook.run()).map(e -> e.number).toList());
    rows.row(
        "parallelStream()",
        PASSED_ON,
        (ring, hook) -> ring.ring.parallelStream().iterator().forEachRemaining(e -> hook.run()));
    rows.row(
        "toArray(IntFunction)",
        PASSED_ON,
        (ring, hook) ->
            ring.ring.toArray(
                length -> {
                  hook.run();
                  return new Element[length];
                }));
    rows.row(
        "toArray(Object[])",
        UNCALLED,
        (ring, hook) -> {
          ring.onEquals(hook);
          ring.ring.toArray(new Element[0]);
        });
    rows.row(
        "offer(Object)",
        UNCALLED,
        (ring, hook) -> {
          ring.onEquals(hook);
          ring.offer(ring.next());
        });
    rows.row(
        "relaxedOffer(Object)",
        UNCALLED,
        (ring, hook) -> {
          ring.onEquals(hook);
          ring.relaxedOffer(ring.next());
        });
    rows.row(
        "add(Object)",
        UNCALLED,
        (ring, hook) -> {
          ring.onEquals(hook);
          ring.offer(ring.next());
          ring.taken(ring.ring.poll());
          ring.taken(ring.ring.poll());
          ring.ring.add(ring.next());
        });
    rows.row(
        "contains(Object)",
        PASSED_ON,
        (ring, hook) -> {
          Element other = new Element(-1, ring);
          ring.onEquals(hook);
          ring.ring.contains(other);
        });
    rows.row(
        "remove(Object)",
        removal,
        (ring, hook) -> {
          Element last = null;
          for (Element each : ring.ring) {
            last = each;
          }
          ring.onEquals(gentle(removal, hook));
          if (last != null && ring.ring.remove(last)) {
            ring.taken(last);
          }
        });
    return rows;
  }

  private static Table<RingSubject> blocking() {
    Table<RingSubject> rows =
        new Table<>(
            BlockingRingBuffer.class,
            () -> new RingSubject(new BlockingRingBuffer<>(RingSubject.CAPACITY), SOME));
    rows.row(
        "drainTo(Collection)",
        PASSED_ON,
        (ring, hook) -> queue(ring).drainTo(target(each -> accept(ring, each, hook))));
    rows.row(
        "drainTo(Collection,int)",
        PASSED_ON,
        (ring, hook) -> queue(ring).drainTo(target(each -> accept(ring, each, hook)), 3));
    rows.row(
        "put(Object)",
        UNCALLED,
        (ring, hook) -> {
          ring.onEquals(hook);
          queue(ring).put(ring.next());
        });
    rows.row(
        "offer(Object,long,TimeUnit)",
        UNCALLED,
        (ring, hook) -> {
          ring.onEquals(hook);
          var unused = queue(ring).offer(ring.next(), 1, TimeUnit.DAYS);
        });
    rows.row(
        "drain beside parked producers",
        () -> RingSubject.withParkedProducers(2),
        PASSED_ON,
        (ring, hook) -> ring.ring.drain(each -> take(ring, each, hook), 3));
    rows.row(
        "drainTo beside parked producers",
        () -> RingSubject.withParkedProducers(2),
        PASSED_ON,
        (ring, hook) -> queue(ring).drainTo(target(each -> accept(ring, each, hook)), 3));
    rows.row(
        "removeIf beside parked producers",
        () -> RingSubject.withParkedProducers(2),
        PASSED_ON,
        (ring, hook) -> {
          int[] calls = new int[1];
          ring.ring.removeIf(
              each ->
                  ring.even(
                      each,
                      () -> {
                        if (calls[0]++ > 0) { // the first tested element is already out
                          hook.run();
                        }
                      }));
        });
    rows.row(
        "fill beside parked consumers",
        () -> RingSubject.withParkedConsumers(2),
        PASSED_ON,
        (ring, hook) -> {
          int[] calls = new int[1];
          ring.fill(
              3,
              () -> {
                if (calls[0]++ > 0) { // the first element is already in
                  hook.run();
                }
              });
        });
    rows.row(
        "addAll beside parked consumers",
        () -> RingSubject.withParkedConsumers(2),
        PASSED_ON,
        (ring, hook) -> {
          int[] calls = new int[1];
          ring.ring.addAll(
              source(
                  () -> {
                    if (calls[0]++ > 0) {
                      hook.run();
                    }
                  },
                  ring));
        });
    rows.row(
        "fill whose supplier lets a producer in",
        () -> new RingSubject(new BlockingRingBuffer<>(RingSubject.CAPACITY), 0),
        PASSED_ON,
        (ring, hook) -> ring.fillBesideProducers(hook));
    return rows;
  }

  private static Hook gentle(Fate fate, Hook hook) {
    return fate == REFUSED ? Hook.GENTLE : hook;
  }

  private static BlockingRingBuffer<Element> queue(RingSubject ring) {
    return (BlockingRingBuffer<Element>) ring.ring;
  }

  private static void take(RingSubject ring, Element element, Hook hook) {
    ring.taken(element);
    hook.run();
  }

  /** Accepts an element; a target that throws has not taken it, so the element goes back. */
  private static void accept(RingSubject ring, Element element, Hook hook) {
    hook.run();
    ring.taken(element);
  }

  /** Returns a collection of two elements, each created only when it is requested. */
  private static Collection<Element> source(Hook hook, RingSubject ring) {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Element> iterator() {
        return Stream.generate(
                () -> {
                  hook.run();
                  return ring.next();
                })
            .limit(2)
            .iterator();
      }

      @Override
      public int size() {
        return 2;
      }
    };
  }

  private static Collection<Element> sourceOf(Hook hook, List<Element> elements) {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Element> iterator() {
        return elements.stream().peek(e -> hook.run()).iterator();
      }

      @Override
      public int size() {
        return elements.size();
      }
    };
  }

  /** Returns a collection that only {@code contains} is called on. */
  private static Collection<Element> judge(Predicate<Element> contains) {
    return new AbstractCollection<>() {
      @Override
      public boolean contains(Object element) {
        return contains.test((Element) element);
      }

      @Override
      public Iterator<Element> iterator() {
        return Collections.emptyIterator();
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  /** Returns a collection that only {@code add} is called on. */
  private static Collection<Element> target(Consumer<Element> add) {
    return new AbstractCollection<>() {
      @Override
      public boolean add(Element element) {
        add.accept(element);
        return true;
      }

      @Override
      public Iterator<Element> iterator() {
        return Collections.emptyIterator();
      }

      @Override
      public int size() {
        return 0;
      }
    };
  }
}
