// An entry carries its position, and is published by compare-and-set of an older one.
#include "model.hpp"

namespace {

int const SLOTS = 1;  // all writers meet in it
int const ENTRIES = 5;
int const NOTHING = 0;

struct Newest : rl::test_suite<Newest, 3> {
  Cell<int> tail;
  Cell<int> slot;  // the number of an entry
  Field<int> position[ENTRIES];
  Field<int> element[ENTRIES];

  void before() {
    tail.init(0);
    slot.init(NOTHING);
  }

  void add(int entry) {
    position[entry].set(claim());
    element[entry].set(10 * entry);
    for (;;) {
      int seen = slot.get(twin(1) ? Opaque : Acquire);  // java: OverwritingRingBuffer.add entryAcquire
      if (seen != NOTHING && position[seen].get() - position[entry].get() > 0) {
        return;
      }
      if (slot.compareAndSet(twin(2) ? Opaque : Volatile, seen, entry)) {  // java: OverwritingRingBuffer.add ENTRY.compareAndSet
        return;
      }
      letOthersRun();
    }
  }

  int claim() {
    for (;;) {
      int next = tail.get(Acquire);  // java: OverwritingRingBuffer.claim tail.getAcquire
      if (tail.compareAndSet(Volatile, next, next + 1)) {  // java: OverwritingRingBuffer.claim tail.compareAndSet
        return next;
      }
      letOthersRun();
    }
  }

  // The position of the newest element, or -1.
  int newest() {
    int end = tail.get(Volatile);  // java: OverwritingRingBuffer.newest tail.getVolatile
    int entry = slot.get(twin(3) ? Opaque : Acquire);  // java: OverwritingRingBuffer.newest entryAcquire
    if (entry == NOTHING || position[entry].get() != end - 1) {
      return -1;
    }
    RL_ASSERT(element[entry].get() == 10 * entry);
    return end - 1;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      add(1);
      add(2);
    } else if (thread == 1) {
      add(3);
      // The writer's own element, or a newer one that is present or about to be published.
      RL_ASSERT(slot.get(Acquire) != NOTHING);  // java: OverwritingRingBuffer.newest entryAcquire
    } else {
      int before = newest();
      int later = newest();
      RL_ASSERT(later == -1 || before <= later);
    }
  }

  void after() { RL_ASSERT(newest() == 2); }
};

}  // namespace

int main() {
  some<Newest>("OverwritingRingBuffer", 100000, {
    {1, "a writer reads the entry opaquely"},
    {2, "the entry is published opaquely"},
    {3, "a reader reads the entry opaquely"},
  });
  return exitCode();
}
