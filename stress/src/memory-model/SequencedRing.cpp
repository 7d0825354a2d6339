// The middle of the fast ring: a gap is moved to the head, and a reservation keeps room.
#include "model.hpp"

namespace {

int const SLOTS = 4;
int const MASK = SLOTS - 1;
int const MOVING = 99;
int const RESERVATION = 98;
int const A = 1;
int const B = 2;
int const E = 3;

struct Slots {
  Cell<int> head;
  Cell<int> tail;
  Cell<int> sequences[SLOTS];
  Cell<int> elements[SLOTS];
  Cell<int> disturbers;
  Cell<int> position;  // of the reservation
  Field<int> content[4];

  void start(int first, int second, int disturbing) {
    head.init(0);
    tail.init(second != 0 ? 2 : 1);
    for (int i = 0; i < SLOTS; i++) {
      sequences[i].init(i);
      elements[i].init(0);
      content[i].set(10 * i);
    }
    elements[0].init(first);
    sequences[0].init(1);
    if (second != 0) {
      elements[1].init(second);
      sequences[1].init(2);
    }
    disturbers.init(disturbing);
    position.init(0);
  }

  bool isPublished(int at) {
    return sequences[at & MASK].get(Acquire) == at + 1;  // java: SequencedRing.isPublished sequenceAcquire
  }

  void put(int at, int element) {
    elements[at & MASK].set(Plain, element);  // java: SequencedRing.put elements[slot]
    sequences[at & MASK].set(Release, at + 1);  // java: SequencedRing.put sequenceRelease
  }

  void release(int at) {
    sequences[at & MASK].set(Release, at + MASK + 1);  // java: SequencedRing.release sequenceRelease
  }

  // Returns an element, or 0 if there is none at the moment.
  int poll() {
    for (;;) {
      int at = head.get(Acquire);  // java: MpmcRingBuffer.tryPoll head.getAcquire
      if (isPublished(at)) {
        if (head.compareAndSet(twin(1) ? Opaque : Volatile, at, at + 1)) {  // java: MpmcRingBuffer.tryPoll head.compareAndSet
          int element = take(at);
          if (element != 0) {
            RL_ASSERT(element != MOVING);
            RL_ASSERT(element != RESERVATION);
            RL_ASSERT(content[element].get() == 10 * element);
            return element;
          }
        }
      } else if (tail.get(Volatile) - at <= 0) {  // java: MpmcRingBuffer.tailVolatile tail.getVolatile
        return 0;
      }
      letOthersRun();
    }
  }

  int take(int at) {
    Cell<int>& slot = elements[at & MASK];
    if (disturbers.get(twin(2) ? Acquire : Volatile) != 0) {  // java: none, disturbers.count of MpmcRingBuffer.tryPoll
      return takeFromDisturbed(at, slot);
    }
    int element = slot.get(Plain);  // java: MpmcRingBuffer.tryPoll elements[slot]
    slot.set(Plain, 0);  // java: MpmcRingBuffer.tryPoll elements[slot]
    release(at);
    return element;
  }

  int takeFromDisturbed(int at, Cell<int>& slot) {
    for (;;) {
      int found = slot.get(Acquire);  // java: SequencedRing.takeFromDisturbed elementAcquire
      if (found == 0) {
        release(at);
        return 0;
      }
      if (found != MOVING) {
        if (slot.compareAndSet(Volatile, found, 0)) {  // java: SequencedRing.takeFromDisturbed ELEMENT.compareAndSet
          if (found == RESERVATION) {
            moveToTail(at);
            return 0;
          }
          release(at);
          return found;
        }
      }
      letOthersRun();
    }
  }

  void moveToTail(int at) {
    while (position.get(Volatile) != at) {  // java: none, Reservation.position
      letOthersRun();
    }
    for (;;) {
      int end = tail.get(Acquire);  // java: SequencedRing.moveToTail tail.getAcquire
      if (tail.compareAndSet(Volatile, end, end + 1)) {  // java: SequencedRing.moveToTail tail.compareAndSet
        put(end, RESERVATION);
        position.set(Volatile, end);  // java: none, Reservation.position
        release(at);
        return;
      }
    }
  }

  // For the mover, of which there is one.
  bool removeAt(int at, int element) {
    disturbers.getAndAdd(twin(3) ? Opaque : Volatile, 1);  // java: SequencedRing.raise COUNT.getAndAdd
    bool removed = false;
    Cell<int>& slot = elements[at & MASK];
    if (head.get(twin(4) ? Acquire : Volatile) - at <= 0) {  // java: SequencedRing.removeAt head.getVolatile
      if (slot.compareAndSet(Volatile, element, MOVING)) {  // java: SequencedRing.removeAt ELEMENT.compareAndSet
        if (head.get(Volatile) - at > 0) {  // java: SequencedRing.removeAt head.getVolatile
          slot.set(Release, element);  // java: SequencedRing.removeAt elementRelease
        } else {
          closeGap(at);
          removed = true;
        }
      }
    }
    disturbers.getAndAdd(twin(5) ? Opaque : Volatile, -1);  // java: SequencedRing.lower COUNT.getAndAdd
    return removed;
  }

  void closeGap(int gap) {
    int older = gap - 1;
    while (head.get(Volatile) - older <= 0) {  // java: SequencedRing.closeGap head.getVolatile
      Cell<int>& slot = elements[older & MASK];
      int found = 0;
      if (isPublished(older)) {
        found = slot.get(Acquire);  // java: SequencedRing.closeGap elementAcquire
      }
      if (found != 0 && slot.compareAndSet(Volatile, found, MOVING)) {  // java: SequencedRing.closeGap ELEMENT.compareAndSet
        if (head.get(Volatile) - older > 0) {  // java: SequencedRing.closeGap head.getVolatile
          slot.set(Release, found);  // java: SequencedRing.closeGap elementRelease
          break;
        }
        elements[gap & MASK].set(Release, found);  // java: SequencedRing.closeGap elementRelease
        gap = older--;
      } else {
        letOthersRun();
      }
    }
    elements[gap & MASK].set(Release, 0);  // java: SequencedRing.closeGap elementRelease
    if (head.compareAndSet(Volatile, gap, gap + 1)) {  // java: SequencedRing.closeGap head.compareAndSet
      release(gap);
    }
  }

  // For the thread that has made the reservation.
  void replace(int element) {
    content[element].set(10 * element);
    for (;;) {
      int at = position.get(Volatile);  // java: none, Reservation.position
      if (elements[at & MASK].compareAndSet(Volatile, RESERVATION, element)) {  // java: SequencedRing.replace ELEMENT.compareAndSet
        break;
      }
      letOthersRun();
    }
    disturbers.getAndAdd(twin(1) ? Opaque : Volatile, -1);  // java: SequencedRing.lower COUNT.getAndAdd
  }
};

// A and B are in. B is removed, which moves A, while two consumers take.
struct Removal : rl::test_suite<Removal, 3> {
  Slots slots;
  int taken[4];

  void before() {
    slots.start(A, B, 0);
    for (int& each : taken) each = 0;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      if (slots.removeAt(1, B)) taken[B]++;
    } else {
      taken[slots.poll()]++;
    }
  }

  void after() {
    taken[slots.poll()]++;
    taken[slots.poll()]++;
    RL_ASSERT(taken[A] == 1);
    RL_ASSERT(taken[B] == 1);
  }
};

// A reservation at the head, which its filler replaces and a consumer moves to the tail.
struct Filling : rl::test_suite<Filling, 2> {
  Slots slots;
  int taken[4];

  void before() {
    slots.start(RESERVATION, 0, 1);
    for (int& each : taken) each = 0;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      slots.replace(E);
    } else {
      for (int i = 0; i < 2 && slots.head.get(Acquire) < 2; i++) {  // java: none, an end
        int at = i;
        if (slots.isPublished(at)) {
          slots.head.compareAndSet(Volatile, at, at + 1);  // java: MpmcRingBuffer.tryPoll head.compareAndSet
          int element = slots.take(at);
          if (element != 0) {
            RL_ASSERT(element == E);
            RL_ASSERT(slots.content[E].get() == 10 * E);
            taken[E]++;
            return;
          }
        }
      }
    }
  }

  void after() {
    taken[slots.poll()]++;
    RL_ASSERT(taken[E] == 1);
  }
};

// Queues as flags, where a slot's state decides: filled, or only reserved.
struct Verdict : rl::test_suite<Verdict, 2> {
  Cell<int> elements[2];
  bool missed[2];

  void before() {
    elements[0].init(RESERVATION);
    elements[1].init(RESERVATION);
  }

  void thread(unsigned thread) {
    elements[thread].compareAndSet(Volatile, RESERVATION, E);  // java: SequencedRing.replace ELEMENT.compareAndSet
    missed[thread] = elements[1 - thread].get(twin(1) ? Acquire : Volatile) == RESERVATION;  // java: SequencedRing.isPassable elementVolatile
  }

  void after() { RL_ASSERT(!missed[0] || !missed[1]); }
};

}  // namespace

int main() {
  some<Removal>("SequencedRing, removal from the middle", 300000, {
    {1, "the claim is opaque"},
    {2, "the consumer reads disturbers with acquire"},
    {3, "disturbers is raised opaquely"},
    {4, "the remover reads the head with acquire"},
    {5, "disturbers is lowered opaquely"},
  });
  some<Filling>("SequencedRing, a reservation", 100000, {
    {1, "disturbers is lowered opaquely"},
  });
  every<Verdict>("SequencedRing, filled as a flag", {
    {1, "the verdict reads the slot with acquire"},
  });
  return exitCode();
}
