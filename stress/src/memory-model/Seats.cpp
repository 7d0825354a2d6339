// A dispatch writes what it goes through into a seat and looks again whether the table still has
// it; a closer removes the handler and looks at all seats afterwards. A closer that waits marks the
// handlers that it has found in a seat, and a dispatch that leaves marked handlers wakes it.
#include "model.hpp"

namespace {

int const NOTHING = 0;
int const HANDLERS = 1;  // with the handler that is closed
int const OTHERS = 2;    // without it

struct Seat {
  Cell<int> handlers;
  Cell<int> thread;

  void start() {
    handlers.init(NOTHING);
    thread.init(0);
  }

  bool tryTake(int self, int what) {
    if (handlers.get(Volatile) != NOTHING) {  // java: Seats.take handlers
      return false;
    }
    if (!handlers.compareAndSet(twin(1) ? Opaque : Volatile, NOTHING, what)) {  // java: Seats.take HANDLERS.compareAndSet
      return false;
    }
    thread.set(Plain, self);  // java: Seats.take thread
    return true;
  }

  void empty() {
    thread.set(Plain, 0);  // java: QuietHandlerRegistry.callSeated thread
    handlers.set(twin(2) ? Opaque : twin(3) ? Release : Volatile, NOTHING);  // java: none, seat.handlers = null of QuietHandlerRegistry.callSeated
  }
};

// A dispatch while its handler is closed: what the handler uses may be taken away as soon as its
// closer finds no seat taken for it.
template <bool SECOND_ROW>
struct Quiescence : rl::test_suite<Quiescence<SECOND_ROW>, 2> {
  Cell<int> table;
  Seat first;
  Seat second;
  Cell<int> next;  // 1 when there is a second row
  Cell<int> isAwaited;
  Field<int> used;
  bool waits;
  bool woken;

  void before() {
    table.init(HANDLERS);
    first.start();
    second.start();
    if (SECOND_ROW) first.handlers.init(OTHERS);  // by a thread that does not come back
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

  Seat& take(int what) {
    if (first.tryTake(1, what)) {
      return first;
    }
    if (next.get(Volatile) == 0) {  // java: Seats.nextOrNew next
      next.compareAndSet(twin(6) ? Opaque : Volatile, 0, 1);  // java: Seats.nextOrNew NEXT.compareAndSet
    }
    bool taken = second.tryTake(1, what);
    RL_ASSERT(taken);
    return second;
  }

  void dispatch() {
    int seen = table.get(Volatile);  // java: QuietHandlerRegistry.callSeated tableVolatile
    if (seen != HANDLERS) {
      return;
    }
    Seat& seat = take(seen);
    if (table.get(twin(4) ? Acquire : Volatile) == seen) {  // java: QuietHandlerRegistry.callSeated tableVolatile
      RL_ASSERT(used.get() == 7);
    }
    seat.empty();
    woken = isAwaited.get(twin(8) ? Acquire : Volatile) != 0;  // java: none, found.isAwaited of QuietHandlerRegistry.callSeated
  }

  // The closer has enlisted itself before, which Waiters.cpp is about.
  void close() {
    table.compareAndSet(Volatile, HANDLERS, OTHERS);  // java: HandlerRegistry.update TABLE.compareAndSet
    waits = isTakenFor(HANDLERS);
    if (!waits) {
      used.set(0);
    }
  }

  bool isTakenFor(Seat& seat, int what) {
    if (seat.handlers.get(twin(5) ? Acquire : Volatile) != what) {  // java: Seats.isTakenFor handlers
      return false;
    }
    isAwaited.set(twin(9) ? Release : Volatile, 1);  // java: none, handlers.isAwaited = true of Seats.isTakenFor
    return seat.handlers.get(Volatile) == what;  // java: Seats.isTakenFor handlers
  }

  bool isTakenFor(int what) {
    bool isTaken = isTakenFor(first, what);
    if (next.get(twin(7) ? Acquire : Volatile) == 0) {  // java: Seats.isTakenFor next
      return isTaken;
    }
    return isTakenFor(second, what) || isTaken;
  }

  void after() { RL_ASSERT(!waits || woken); }
};

// Two closers find the seat of a dead thread. One of them takes it back, and the next dispatch that
// takes it keeps it.
struct TakenBack : rl::test_suite<TakenBack, 3> {
  Seat seat;
  bool keeps;

  void before() {
    seat.handlers.init(HANDLERS);
    seat.thread.init(1);
    keeps = true;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      if (seat.tryTake(2, OTHERS)) {
        keeps = seat.handlers.get(Volatile) == OTHERS;  // java: none, of the check alone
      }
    } else {
      takeBack();
    }
  }

  void takeBack() {
    if (seat.handlers.get(Volatile) == NOTHING) {  // java: Seats.isTakenFor handlers
      return;
    }
    if (seat.thread.get(Plain) != 1) {  // java: Seats.takeBack thread
      return;
    }
    if (twin(10) || seat.thread.compareAndSet(Volatile, 1, 0)) {  // java: Seats.takeBack THREAD.compareAndSet
      seat.handlers.set(Volatile, NOTHING);  // java: Seats.takeBack handlers
    }
  }

  void after() {
    int left = seat.handlers.get(Volatile);  // java: none, of the check alone
    RL_ASSERT(keeps && (left == NOTHING || left == OTHERS));
  }
};

}  // namespace

int main() {
  every<Quiescence<false> >("Seats", {
    {1, "the seat is taken opaquely"},
    {2, "the seat is left opaquely"},
    {3, "the seat is left by a release, which may pass the look at the mark"},
    {4, "the second look at the table is an acquire"},
    {5, "the closer looks at the seats with acquire"},
    {8, "the mark is looked at with acquire"},
    {9, "the mark is set by a release, which may pass the second look at the seat"},
  });
  every<Quiescence<true> >("Seats, in a row that was added", {
    {6, "the row is added opaquely"},
    {7, "the closer follows rows with acquire"},
  });
  every<TakenBack>("Seats of dead threads", {
    {10, "each closer empties the seat"},
  });
  return exitCode();
}
