// A thread writes what it goes through into a seat, and looks again whether that is still to be had;
// who takes it away looks at all seats afterwards.
#include "model.hpp"

namespace {

int const NOTHING = 0;
int const HANDLERS = 1;  // with the handler that is closed
int const OTHERS = 2;    // without it

struct Seat {
  Cell<int> takenFor;
  Cell<int> takenBy;

  void start() {
    takenFor.init(NOTHING);
    takenBy.init(0);
  }

  bool tryTake(int thread, int what) {
    if (takenFor.get(Volatile) != NOTHING) {  // java: Seats.tryTake takenForVolatile
      return false;
    }
    if (!takenFor.compareAndSet(twin(1) ? Opaque : Volatile, NOTHING, what)) {  // java: Seats.tryTake casTakenFor
      return false;
    }
    takenBy.set(Opaque, thread);  // java: Seats.tryTake setTakenByOpaque
    return true;
  }

  void empty() {
    takenBy.set(Opaque, 0);  // java: Seats.empty setTakenByOpaque
    takenFor.set(twin(2) ? Opaque : twin(3) ? Release : Volatile, NOTHING);  // java: Seats.empty clearTakenForVolatile
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
  Cell<int> count;
  Field<int> used;
  bool waits;
  bool woken;

  void before() {
    table.init(HANDLERS);
    first.start();
    second.start();
    if (SECOND_ROW) first.takenFor.init(OTHERS);  // by a thread that does not come back
    next.init(0);
    count.init(0);
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
    int seen = table.get(Volatile);  // java: QuietHandlerRegistry.sitDown tableVolatile
    if (seen != HANDLERS) {
      return;
    }
    Seat& seat = take(seen);
    if (table.get(twin(4) ? Acquire : Volatile) == seen) {  // java: QuietHandlerRegistry.sitDown tableVolatile
      RL_ASSERT(seat.takenFor.get(Opaque) == HANDLERS);  // java: Seats.takenFor CELL.getOpaque
      RL_ASSERT(used.get() == 7);
    }
    seat.empty();
    woken = count.get(Volatile) != 0;  // java: Waiters.changed count.get
  }

  void close() {
    table.compareAndSet(Volatile, HANDLERS, OTHERS);  // java: HandlerRegistry.update TABLE.compareAndSet
    if (isTakenFor(HANDLERS)) {
      count.getAndAdd(Volatile, 1);  // java: Waiters.enlist count.getAndIncrement
      if (isTakenFor(HANDLERS)) {
        waits = true;
        return;
      }
    }
    used.set(0);
  }

  bool isTakenFor(int kind) {
    if (first.takenFor.get(twin(5) ? Acquire : Volatile) == kind) {  // java: Seats.isTakenFor seat.takenForVolatile
      return true;
    }
    if (next.get(twin(7) ? Acquire : Volatile) == 0) {  // java: Seats.isAny next
      return false;
    }
    return second.takenFor.get(Volatile) == kind;  // java: Seats.isTakenFor seat.takenForVolatile
  }

  void after() { RL_ASSERT(!waits || woken); }
};

}  // namespace

int main() {
  every<Quiescence<false> >("Seats", {
    {1, "the seat is taken opaquely"},
    {2, "the seat is left opaquely"},
    {3, "the seat is left by a release, which may pass the look for waiters"},
    {4, "the second look at the table is an acquire"},
    {5, "the closer looks at the seats with acquire"},
  });
  every<Quiescence<true> >("Seats, in a row that was added", {
    {6, "the row is added opaquely"},
    {7, "the closer follows rows with acquire"},
  });
  return exitCode();
}
