// A waiter enlists, is counted, and checks again; a waker publishes, and then reads the count.
#include "model.hpp"

namespace {

// The list stands for a java.util.concurrent.ConcurrentSkipListMap, which guarantees only that a
// lookup finds an entry put before it.
struct List {
  Cell<int> entry;
  Cell<int> count;

  void start() {
    entry.init(0);
    count.init(0);
  }

  void enlist(int waiter) {
    entry.set(Release, waiter);  // java: none, ConcurrentSkipListMap.put
    count.getAndAdd(twin(1) ? Opaque : Volatile, 1);  // java: Waiters.park count.getAndIncrement
  }

  // Wakes all waiters, which stay in the list.
  int changed() {
    if (count.get(twin(2) ? Acquire : Volatile) == 0) {  // java: Waiters.changed count.get
      return 0;
    }
    int found = entry.get(Acquire);  // java: none, ConcurrentSkipListMap.values
    RL_ASSERT(found != 0);
    return found;
  }
};

// Of a thread that parks and one that publishes, the first sees the publication, or the second sees
// the waiter.
struct Park : rl::test_suite<Park, 2> {
  List list;
  Cell<int> published;
  Field<int> content;
  bool parked;
  bool woken;

  void before() {
    list.start();
    published.init(0);
    content.set(0);
    parked = false;
    woken = false;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      content.set(7);
      published.getAndSet(twin(3) ? Opaque : Volatile, 1);  // java: VersionChain.tryAppend casRef
      woken = list.changed() != 0;
    } else {
      list.enlist(1);
      if (published.get(twin(4) ? Acquire : Volatile) != 0) {  // java: VersionChain.current refVolatile
        RL_ASSERT(content.get() == 7);
      } else {
        parked = true;
      }
    }
  }

  void after() { RL_ASSERT(!parked || woken); }
};

// The same where a queue's position is published: a waiting consumer decides by the tail, which the
// producer advances before it stores the element.
struct ParkAtAQueue : rl::test_suite<ParkAtAQueue, 2> {
  List list;
  Cell<int> tail;
  Cell<int> sequence;
  bool parked;
  bool woken;

  void before() {
    list.start();
    tail.init(0);
    sequence.init(0);
    parked = false;
    woken = false;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      tail.compareAndSet(Volatile, 0, 1);  // java: MpmcRingBuffer.tryOffer tail.compareAndSet
      sequence.set(Release, 1);  // java: SequencedRing.put sequenceRelease
      woken = list.changed() != 0;
    } else {
      list.enlist(1);
      for (;;) {
        if (sequence.get(Acquire) == 1) {  // java: SequencedRing.isPublished sequenceAcquire
          return;
        }
        if (twin(6)) {
          parked = true;
          return;
        }
        if (tail.get(twin(5) ? Acquire : Volatile) == 0) {  // java: MpmcRingBuffer.tailVolatile tail.getVolatile
          parked = true;
          return;
        }
        letOthersRun();
      }
    }
  }

  void after() { RL_ASSERT(!parked || woken); }
};

// A waiter that was woken singly, and so has left the list, returns while another waker publishes.
struct ComeBack : rl::test_suite<ComeBack, 2> {
  Cell<int> entry;
  Cell<int> count;
  Cell<int> signalled;
  Cell<int> published;
  bool parked;

  void before() {
    entry.init(0);
    count.init(1);
    signalled.init(1);
    published.init(0);
    parked = false;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      if (!twin(2)) signalled.set(Volatile, 0);  // java: Waiters.park signalled
      entry.set(Release, 1);  // java: none, ConcurrentSkipListMap.put
      count.getAndAdd(twin(1) ? Opaque : Volatile, 0);  // java: Waiters.park count.getAndAdd
      parked = published.get(Volatile) == 0;  // java: VersionChain.current refVolatile
      if (twin(2)) signalled.set(Volatile, 0);  // java: none, in the twin alone
    } else {
      published.getAndSet(Volatile, 1);  // java: VersionChain.tryAppend casRef
      if (count.get(twin(3) ? Acquire : Volatile) != 0) {  // java: Waiters.wakeOne count.get
        if (entry.get(Acquire) != 0) {  // java: none, ConcurrentSkipListMap.pollFirstEntry
          signalled.set(Volatile, 1);  // java: Waiters.signal signalled
        }
      }
    }
  }

  void after() { RL_ASSERT(!parked || signalled.get(Volatile) == 1); }  // java: Waiters.parkUntilSignalled signalled
};

}  // namespace

int main() {
  every<Park>("Waiters, of a version", {
    {1, "the count is raised opaquely"},
    {2, "the waker reads the count with acquire"},
    {3, "the version is published opaquely"},
    {4, "the waiter checks again with acquire"},
  });
  every<ParkAtAQueue>("Waiters, of an element", {
    {1, "the count is raised opaquely"},
    {2, "the waker reads the count with acquire"},
    {5, "the verdict reads the tail with acquire"},
    {6, "the waiter parks at a slot that is claimed but not published"},
  });
  every<ComeBack>("Waiters, a woken one that returns", {
    {1, "no ordering between the entry and the attempt"},
    {2, "the signal is cleared after the attempt"},
    {3, "the waker reads the count with acquire"},
  });
  return exitCode();
}
