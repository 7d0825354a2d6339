// A value is created once and published by its state.
#include "model.hpp"

namespace {

int const NONE = 0;
int const READY = 1;
int const ATTEMPT = 2;  // of thread n: ATTEMPT + n

struct Get : rl::test_suite<Get, 2> {
  Cell<int> state;
  Field<int> value;
  Field<int> initializer;
  Cell<int> over[3];  // java.util.concurrent.CountDownLatch
  int made;

  void before() {
    state.init(NONE);
    initializer.set(7);
    value.set(0);
    for (auto& each : over) each.init(0);
    made = 0;
  }

  int get(unsigned thread) {
    if (state.get(twin(1) ? Opaque : Volatile) != READY) {  // java: Lazy.get STATE.getVolatile
      make(thread);
    }
    return value.get();
  }

  void make(unsigned thread) {
    int seen = state.compareAndExchange(twin(2) ? Opaque : Volatile, NONE, ATTEMPT + thread);  // java: Lazy.make STATE.compareAndExchange
    if (seen == READY) {
      return;
    }
    if (seen == NONE) {
      attempt(thread);
    } else {
      while (over[seen - ATTEMPT].get(Acquire) == 0) {  // java: none, CountDownLatch.await
        letOthersRun();
      }
    }
  }

  void attempt(unsigned thread) {
    made++;
    value.set(initializer.get());
    initializer.set(0);
    state.set(twin(3) ? Opaque : Volatile, READY);  // java: Lazy.attempt STATE.setVolatile
    over[thread].set(Release, 1);  // java: none, CountDownLatch.countDown
  }

  void thread(unsigned thread) {
    int got = get(thread);
    RL_ASSERT(got == 7);
  }

  void after() { RL_ASSERT(made == 1); }
};

// Lazy values as flags: each of two threads creates one, and checks whether the other is ready.
struct Flags : rl::test_suite<Flags, 2> {
  Cell<int> states[2];
  bool missed[2];

  void before() {
    states[0].init(NONE);
    states[1].init(NONE);
  }

  void thread(unsigned thread) {
    states[thread].compareAndExchange(Volatile, NONE, ATTEMPT);  // java: Lazy.make STATE.compareAndExchange
    states[thread].set(twin(1) ? Release : Volatile, READY);  // java: Lazy.attempt STATE.setVolatile
    missed[thread] = states[1 - thread].get(twin(2) ? Acquire : Volatile) != READY;  // java: Lazy.isReady STATE.getVolatile
  }

  void after() { RL_ASSERT(!missed[0] || !missed[1]); }
};

}  // namespace

int main() {
  every<Get>("Lazy", {
    {1, "state is read opaquely"},
    {2, "the claim is opaque"},
    {3, "READY is stored opaquely"},
  });
  every<Flags>("Lazy, as a flag", {
    {1, "READY is stored with release"},
    {2, "isReady is an acquire"},
  });
  return exitCode();
}
