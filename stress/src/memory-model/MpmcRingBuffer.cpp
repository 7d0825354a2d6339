// A position is claimed by compare-and-set, and its slot handed over by a release store of its
// sequence.
#include "model.hpp"

namespace {

int const SLOTS = 2;
int const MASK = SLOTS - 1;
int const ELEMENTS = 4;

// Elements are numbers from 1; an element refers to its content.
struct Content {
  Field<int> of[ELEMENTS];

  int fill(int element) {
    of[element].set(10 * element);
    return element;
  }

  void look(int element) {
    int content = of[element].get();
    RL_ASSERT(content == 10 * element);
  }
};

// Offer and poll without removal from the middle. Elements are accessed plainly, so any two threads
// that meet at one are reported.
struct Ring {
  Cell<int> head;
  Cell<int> tail;
  Cell<int> sequences[SLOTS];
  Field<int> elements[SLOTS];

  void start() {
    head.init(0);
    tail.init(0);
    for (int i = 0; i < SLOTS; i++) {
      sequences[i].init(i);
      elements[i].set(0);
    }
  }

  bool offer(int element) {
    for (;;) {
      int position = tail.get(Acquire);  // java: MpmcRingBuffer.tryOffer tail.getAcquire
      int slot = position & MASK;
      if (isFree(position, slot)) {
        if (tail.compareAndSet(Volatile, position, position + 1)) {  // java: MpmcRingBuffer.tryOffer tail.compareAndSet
          put(position, slot, element);
          return true;
        }
      } else if (position == tail.get(Acquire)) {  // java: MpmcRingBuffer.tryOffer tail.getAcquire
        if (isFull(position)) {
          return false;
        }
      }
      letOthersRun();
    }
  }

  int poll() {
    for (;;) {
      int position = head.get(Acquire);  // java: MpmcRingBuffer.tryPoll head.getAcquire
      int slot = position & MASK;
      if (isPublished(position, slot)) {
        if (head.compareAndSet(Volatile, position, position + 1)) {  // java: MpmcRingBuffer.tryPoll head.compareAndSet
          return take(position, slot);
        }
      } else if (position == head.get(Acquire)) {  // java: MpmcRingBuffer.tryPoll head.getAcquire
        if (isEmptyAt(position)) {
          return 0;
        }
      }
      letOthersRun();
    }
  }

  void put(int position, int slot, int element) {
    elements[slot].set(element);
    sequences[slot].set(twin(1) ? Opaque : Release, position + 1);  // java: SequencedRing.put sequenceRelease
  }

  int take(int position, int slot) {
    int element = elements[slot].get();
    elements[slot].set(0);
    sequences[slot].set(twin(2) ? Opaque : Release, position + MASK + 1);  // java: SequencedRing.release sequenceRelease
    return element;
  }

  bool isPublished(int position, int slot) {
    return sequences[slot].get(twin(3) ? Opaque : Acquire) == position + 1;  // java: SequencedRing.isPublished sequenceAcquire
  }

  bool isFree(int position, int slot) {
    return sequences[slot].get(twin(4) ? Opaque : Acquire) == position;  // java: SequencedRing.isFree sequenceAcquire
  }

  bool isFull(int position) {
    int first = head.get(twin(5) ? Acquire : Volatile);  // java: MpmcRingBuffer.isFull head.getVolatile
    return position - first >= SLOTS;
  }

  bool isEmptyAt(int position) {
    return tail.get(twin(6) ? Acquire : Volatile) - position <= 0;  // java: MpmcRingBuffer.tailVolatile tail.getVolatile
  }
};

// One producer goes a lap ahead, so it reuses a slot that has been given back.
struct HandOver : rl::test_suite<HandOver, 2> {
  Ring ring;
  Content content;
  int last;

  void before() {
    ring.start();
    last = 0;
  }

  void thread(unsigned thread) {
    for (int i = 1; i < ELEMENTS; i++) {
      if (thread == 0) {
        ring.offer(content.fill(i));
      } else {
        int element = ring.poll();
        if (element != 0) {
          content.look(element);
          RL_ASSERT(element > last);
          last = element;
        }
      }
    }
  }
};

// Two producers and two consumers.
struct Several : rl::test_suite<Several, 4> {
  Ring ring;
  Content content;
  int taken[ELEMENTS];

  void before() {
    ring.start();
    for (int& each : taken) each = 0;
  }

  void thread(unsigned thread) {
    if (thread < 2) {
      bool in = ring.offer(content.fill(1 + thread));
      RL_ASSERT(in);
    } else {
      int element = ring.poll();
      if (element != 0) {
        content.look(element);
        taken[element]++;
      }
    }
  }

  void after() {
    for (int i = 0; i < 2; i++) {
      int left = ring.poll();
      if (left != 0) taken[left]++;
    }
    RL_ASSERT(taken[1] == 1);
    RL_ASSERT(taken[2] == 1);
  }
};

// Each of two threads raises its flag and reads the other one. A flag is a queue that is not empty,
// or one that is not full.
template <bool FULL>
struct Flags : rl::test_suite<Flags<FULL>, 2> {
  Ring rings[2];
  bool missed[2];

  void before() {
    for (Ring& each : rings) {
      each.start();
      if (FULL) {
        each.offer(1);
        each.offer(2);
      }
    }
  }

  void thread(unsigned thread) {
    if (FULL) {
      rings[thread].poll();
      missed[thread] = !rings[1 - thread].offer(3);
    } else {
      rings[thread].offer(1);
      missed[thread] = rings[1 - thread].poll() == 0;
    }
  }

  void after() { RL_ASSERT(!missed[0] || !missed[1]); }
};

// A peek at the head's element, while it is taken and its slot is reused.
struct Look : rl::test_suite<Look, 3> {
  Cell<int> head;
  Cell<int> sequence;
  Cell<int> element;
  Content content;

  void before() {
    head.init(0);
    sequence.init(1);
    element.init(content.fill(1));
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      if (head.compareAndSet(Volatile, 0, 1)) {  // java: MpmcRingBuffer.tryPoll head.compareAndSet
        element.get(Plain);  // java: MpmcRingBuffer.tryPoll elements[slot]
        element.set(Plain, 0);  // java: MpmcRingBuffer.tryPoll elements[slot]
        sequence.set(Release, SLOTS);  // java: MpmcRingBuffer.tryPoll SEQUENCE.setRelease
      }
    } else if (thread == 1) {
      if (sequence.get(Acquire) == SLOTS) {  // java: SequencedRing.isFree sequenceAcquire
        element.set(Plain, content.fill(2));  // java: SequencedRing.put elements[slot]
        sequence.set(Release, SLOTS + 1);  // java: SequencedRing.put sequenceRelease
      }
    } else {
      int position = head.get(Acquire);  // java: MpmcRingBuffer.peek head.getAcquire
      if (position == 0 && sequence.get(Acquire) == 1) {  // java: SequencedRing.isPublished sequenceAcquire
        int found = element.get(Acquire);  // java: MpmcRingBuffer.peek elementAcquire
        if (position == head.get(twin(2) ? Acquire : Volatile) && found != 0) {  // java: MpmcRingBuffer.peek head.getVolatile
          RL_ASSERT(found == 1);
          content.look(found);
        }
      }
    }
  }
};

}  // namespace

int main() {
  some<HandOver>("MpmcRingBuffer, a producer and a consumer", 100000, {
    {1, "the sequence is published opaquely"},
    {2, "the slot is given back opaquely"},
    {3, "the consumer reads the sequence opaquely"},
    {4, "the producer reads the sequence opaquely"},
  });
  some<Several>("MpmcRingBuffer, two of each", 100000, {
    {1, "the sequence is published opaquely"},
    {3, "the consumer reads the sequence opaquely"},
  });
  some<Flags<false>>("MpmcRingBuffer, empty as a flag", 100000, {
    {6, "the verdict reads the tail with acquire"},
  });
  some<Flags<true>>("MpmcRingBuffer, full as a flag", 100000, {
    {5, "the verdict reads the head with acquire"},
  });
  every<Look>("MpmcRingBuffer, peek", {
    {2, "the second read of the head is an acquire"},
  });
  return exitCode();
}
