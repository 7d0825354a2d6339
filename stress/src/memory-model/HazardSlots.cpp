// A dispatch writes its handlers into a hazard slot, then checks that the table still has them. A
// closer removes the handler first and scans all slots afterwards. A waiting closer marks the
// handlers that it has found in a slot, and a dispatch that leaves marked handlers wakes it.
#include "model.hpp"

namespace {

int const NOTHING = 0;
int const HANDLERS = 1;  // with the handler that is closed
int const OTHERS = 2;    // without it

struct HazardSlot {
  Cell<int> handlers;
  Cell<int> thread;

  void start() {
    handlers.init(NOTHING);
    thread.init(0);
  }

  bool tryTake(int self, int what) {
    if (handlers.get(Volatile) != NOTHING) {  // java: HazardSlots.protect handlers
      return false;
    }
    if (!handlers.compareAndSet(twin(1) ? Opaque : Volatile, NOTHING, what)) {  // java: HazardSlots.protect HANDLERS.compareAndSet
      return false;
    }
    thread.set(Plain, self);  // java: HazardSlots.protect thread
    return true;
  }

  void empty() {
    thread.set(Plain, 0);  // java: QuiescentHandlerRegistry.callProtected thread
    handlers.set(twin(2) ? Opaque : twin(3) ? Release : Volatile, NOTHING);  // java: none, slot.handlers = null of QuiescentHandlerRegistry.callProtected
  }
};

// A dispatch while its handler is being closed. The handler's resource may be released as soon as
// the closer finds no slot that protects the handler.
template <bool SECOND_ROW>
struct Quiescence : rl::test_suite<Quiescence<SECOND_ROW>, 2> {
  Cell<int> table;
  HazardSlot first;
  HazardSlot second;
  Cell<int> next;  // 1 once there is a second row
  Cell<int> isAwaited;
  Field<int> used;
  bool waits;
  bool woken;

  void before() {
    table.init(HANDLERS);
    first.start();
    second.start();
    if (SECOND_ROW) first.handlers.init(OTHERS);  // by a thread that does not return
    next.init(0);
    isAwaited.init(0);
    used.set(7);
    waits = false;
    woken = false;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      dispatch();
    } else {
      close();
    }
  }

  HazardSlot& take(int what) {
    if (first.tryTake(1, what)) {
      return first;
    }
    if (next.get(Volatile) == 0) {  // java: HazardSlots.nextOrNew next
      next.compareAndSet(twin(6) ? Opaque : Volatile, 0, 1);  // java: HazardSlots.nextOrNew NEXT.compareAndSet
    }
    bool taken = second.tryTake(1, what);
    RL_ASSERT(taken);
    return second;
  }

  void dispatch() {
    int seen = table.get(Volatile);  // java: QuiescentHandlerRegistry.callProtected tableVolatile
    if (seen != HANDLERS) {
      return;
    }
    HazardSlot& slot = take(seen);
    if (table.get(twin(4) ? Acquire : Volatile) == seen) {  // java: QuiescentHandlerRegistry.callProtected tableVolatile
      RL_ASSERT(used.get() == 7);
    }
    slot.empty();
    woken = isAwaited.get(twin(8) ? Acquire : Volatile) != 0;  // java: none, found.isAwaited of QuiescentHandlerRegistry.callProtected
  }

  // The closer has enlisted itself before; Waiters.cpp models that.
  void close() {
    table.compareAndSet(Volatile, HANDLERS, OTHERS);  // java: HandlerRegistry.update TABLE.compareAndSet
    waits = isTakenFor(HANDLERS);
    if (!waits) {
      used.set(0);
    }
  }

  bool isTakenFor(HazardSlot& slot, int what) {
    if (slot.handlers.get(twin(5) ? Acquire : Volatile) != what) {  // java: HazardSlots.isTakenFor handlers
      return false;
    }
    isAwaited.set(twin(9) ? Release : Volatile, 1);  // java: HazardSlots.isTakenFor isAwaited
    return slot.handlers.get(Volatile) == what;  // java: HazardSlots.isTakenFor handlers
  }

  bool isTakenFor(int what) {
    bool isTaken = isTakenFor(first, what);
    if (next.get(twin(7) ? Acquire : Volatile) == 0) {  // java: HazardSlots.isTakenFor next
      return isTaken;
    }
    return isTakenFor(second, what) || isTaken;
  }

  void after() { RL_ASSERT(!waits || woken); }
};

// Two closers find the slot of a dead thread. One of them reclaims it, and the next dispatch that
// takes it keeps it.
struct TakenBack : rl::test_suite<TakenBack, 3> {
  HazardSlot slot;
  bool keeps;

  void before() {
    slot.handlers.init(HANDLERS);
    slot.thread.init(1);
    keeps = true;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      if (slot.tryTake(2, OTHERS)) {
        keeps = slot.handlers.get(Volatile) == OTHERS;  // java: none, of the check alone
      }
    } else {
      reclaim();
    }
  }

  void reclaim() {
    if (slot.handlers.get(Volatile) == NOTHING) {  // java: HazardSlots.isTakenFor handlers
      return;
    }
    if (slot.thread.get(Plain) != 1) {  // java: HazardSlots.reclaim thread
      return;
    }
    if (twin(10) || slot.thread.compareAndSet(Volatile, 1, 0)) {  // java: HazardSlots.reclaim THREAD.compareAndSet
      slot.handlers.set(Volatile, NOTHING);  // java: HazardSlots.reclaim handlers
    }
  }

  void after() {
    int left = slot.handlers.get(Volatile);  // java: none, of the check alone
    RL_ASSERT(keeps && (left == NOTHING || left == OTHERS));
  }
};

}  // namespace

int main() {
  every<Quiescence<false> >("HazardSlots", {
    {1, "the slot is taken opaquely"},
    {2, "the slot is released opaquely"},
    {3, "the slot is released by a release store, which may pass the read of the mark"},
    {4, "the second read of the table is an acquire"},
    {5, "the closer reads the slots with acquire"},
    {8, "the mark is read with acquire"},
    {9, "the mark is set by a release store, which may pass the second read of the slot"},
  });
  every<Quiescence<true> >("HazardSlots, in a row that was added", {
    {6, "the row is added opaquely"},
    {7, "the closer follows rows with acquire"},
  });
  every<TakenBack>("HazardSlots of dead threads", {
    {10, "each closer empties the slot"},
  });
  return exitCode();
}
