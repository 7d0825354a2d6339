// An index is in one of two rings or held by one thread, which alone accesses the element beside
// it.
#include "model.hpp"

namespace {

int const SLOTS = 2;  // of each ring
int const MASK = SLOTS - 1;
int const NONE = -1;

struct Indices {
  Cell<int> words[SLOTS];
  Cell<int> head;
  Cell<int> tail;
  Cell<int> seenHead;

  void start(int filled) {
    head.init(0);
    tail.init(filled);
    seenHead.init(0);
    for (int i = 0; i < SLOTS; i++) words[i].init(i < filled ? i : lap(i - SLOTS));
  }

  int take() {
    for (;;) {
      int position = head.get(Acquire);  // java: IndexRing.takeIfAtLeast head.getAcquire
      int word = wordVolatile(position);  // java: IndexRing.takeIfAtLeast wordVolatile
      if (lap(word) == lap(position)) {
        if (head.compareAndSet(Volatile, position, position + 1)) {  // java: IndexRing.takeIfAtLeast head.compareAndSet
          return word & MASK;
        }
      } else if (lap(word) - lap(position) < 0) {
        return NONE;
      }
      letOthersRun();
    }
  }

  bool putIfBelow(int index, int limit) {
    for (;;) {
      int position = tail.get(Acquire);  // java: IndexRing.putIfBelow tail.getAcquire
      int word = wordVolatile(position);  // java: IndexRing.putIfBelow wordVolatile
      if (lap(word) == lap(position)) {
        tail.compareAndSet(Volatile, position, position + 1);  // java: IndexRing.putIfBelow tail.compareAndSet
      } else if (lap(word) - lap(position) < 0) {
        if (hasAtLeast(limit, position)) {
          return false;
        }
        if (words[position & MASK].compareAndSet(twin(2) ? Opaque : Volatile, word, lap(position) | index)) {  // java: IndexRing.putIfBelow WORD.compareAndSet
          tail.compareAndSet(Volatile, position, position + 1);  // java: IndexRing.putIfBelow tail.compareAndSet
          return true;
        }
      }
      letOthersRun();
    }
  }

  bool hasAtLeast(int limit) {
    return hasAtLeast(limit, tail.get(Acquire));  // java: IndexRing.hasAtLeast tail.getAcquire
  }

  bool hasAtLeast(int limit, int position) {
    if (limit > MASK || position - seenHead.get(Opaque) < limit) {  // java: IndexRing.hasAtLeast seenHead.getOpaque
      return false;
    }
    int now = head.get(twin(4) ? Acquire : Volatile);  // java: IndexRing.hasAtLeast head.getVolatile
    seenHead.set(Opaque, now);  // java: IndexRing.hasAtLeast seenHead.setOpaque
    return position - now >= limit;
  }

  int wordVolatile(int position) {
    return words[position & MASK].get(twin(1) ? Opaque : twin(3) ? Acquire : Volatile);  // java: IndexRing.wordVolatile WORD.getVolatile
  }

  static int lap(int word) { return word & ~MASK; }
};

template <int CAPACITY>
struct Ring {
  Indices free;
  Indices used;
  Field<int> elements[SLOTS];

  void start() {
    free.start(SLOTS);
    used.start(0);
    for (auto& each : elements) each.set(0);
  }

  bool offer(int element) {
    if (used.hasAtLeast(CAPACITY)) {
      return false;
    }
    int index = free.take();
    if (index == NONE) {
      return false;
    }
    elements[index].set(element);
    if (used.putIfBelow(index, CAPACITY)) {
      return true;
    }
    elements[index].set(0);
    free.putIfBelow(index, SLOTS);
    return false;
  }

  int poll() {
    int index = used.take();
    if (index == NONE) {
      return 0;
    }
    int element = elements[index].get();
    elements[index].set(0);
    free.putIfBelow(index, SLOTS);
    return element;
  }
};

// The elements' plain fields report any two threads that hold the same index.
struct HandOver : rl::test_suite<HandOver, 3> {
  Ring<2> ring;
  int offered;
  int taken;

  void before() {
    ring.start();
    offered = 0;
    taken = 0;
  }

  void thread(unsigned thread) {
    for (int i = 0; i < 2; i++) {
      if (thread < 2) {
        if (ring.offer(1 + thread)) offered++;
      } else if (int element = ring.poll()) {
        taken++;
      }
    }
  }

  void after() {
    while (ring.poll() != 0) taken++;
    RL_ASSERT(taken == offered);
    RL_ASSERT(offered >= 2);
  }
};

// Queues as flags: of two threads that each change one and check the other, one sees the change.
template <bool FULL>
struct Flags : rl::test_suite<Flags<FULL>, 2> {
  Ring<1> rings[2];
  bool missed[2];

  void before() {
    for (auto& each : rings) {
      each.start();
      if (FULL) each.offer(1);
    }
  }

  void thread(unsigned thread) {
    if (FULL) {
      rings[thread].poll();
      missed[thread] = !rings[1 - thread].offer(2);
    } else {
      rings[thread].offer(1);
      missed[thread] = rings[1 - thread].poll() == 0;
    }
  }

  void after() { RL_ASSERT(!missed[0] || !missed[1]); }
};

// A peek at the older of two elements, while it is taken. A thread that holds an index clears the
// element, while others may read it. The second read of the head is weaker than in Java: the store
// that clears the element may pass the compare-and-set before it, so a cleared element says nothing
// about the head.
struct Look : rl::test_suite<Look, 2> {
  Cell<int> head;
  Cell<int> words[2];
  Cell<int> elements[2];

  void before() {
    head.init(0);
    for (int i = 0; i < 2; i++) {
      words[i].init(i);
      elements[i].init(1 + i);
    }
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      head.compareAndSet(Volatile, 0, 1);  // java: IndexRing.takeIfAtLeast head.compareAndSet
      elements[0].get(Plain);  // java: LockFreeRingBuffer.pollIfAtLeast elements[index]
      elements[0].set(Plain, 0);  // java: LockFreeRingBuffer.pollIfAtLeast elements[index]
    } else {
      int found = peek();
      RL_ASSERT(found != 0);
    }
  }

  int peek() {
    for (;;) {
      int position = head.get(Acquire);  // java: LockFreeRingBuffer.peek used.headVolatile weaker
      int index = words[position].get(Volatile);  // java: IndexRing.indexAt wordVolatile
      int element = elements[index].get(Acquire);  // java: LockFreeRingBuffer.peek elementAcquire
      if (position == head.get(Acquire)) {  // java: LockFreeRingBuffer.peek used.headVolatile weaker
        if (twin(1) || element != 0) {
          return element;
        }
      }
      letOthersRun();
    }
  }
};

}  // namespace

int main() {
  some<HandOver>("LockFreeRingBuffer, hand-over", 50000, {
    {1, "words are read opaquely"},
    {2, "an index is enqueued by an opaque compare-and-set"},
  });
  some<Flags<false> >("LockFreeRingBuffer, empty as a flag", 50000, {
    {3, "words are read with acquire"},
  });
  some<Flags<true> >("LockFreeRingBuffer, full as a flag", 50000, {
    {4, "the verdict reads the head with acquire"},
  });
  every<Look>("LockFreeRingBuffer, peek", {
    {1, "a cleared element is mistaken for an empty queue"},
  });
  return exitCode();
}
