// A version is published by compare-and-set of the current version node, which links back for
// listeners.
#include "model.hpp"

namespace {

int const LINKS = 4;
int const NOTHING = -1;
int const IDLE = 0;
int const RUNNING = 1;
int const AGAIN = 2;

struct Chain {
  Cell<int> current;  // the number of a node, which is its version
  Cell<int> previous[LINKS];
  Field<int> value[LINKS];

  void start() {
    current.init(0);
    previous[0].init(NOTHING);
    value[0].set(0);
  }

  int now() {
    return current.get(twin(1) ? Opaque : Volatile);  // java: VersionChain.current refVolatile
  }

  // A single writer, so that a version has one number.
  void append(int version) {
    value[version].set(10 * version);
    previous[version].init(version - 1);
    bool done = current.compareAndSet(twin(2) ? Opaque : Volatile, version - 1, version);  // java: VersionChain.tryAppend casRef
    RL_ASSERT(done);
  }

  int back(int link) {
    return previous[link].get(Opaque);  // java: VersionNode.previousOpaque PREVIOUS.getOpaque
  }

  void cut(int link) {
    previous[link].set(Opaque, NOTHING);  // java: VersionNode.unlink PREVIOUS.setOpaque
  }
};

struct Walk : rl::test_suite<Walk, 3> {
  Chain chain;

  void before() { chain.start(); }

  void thread(unsigned thread) {
    if (thread == 0) {
      chain.append(1);
      chain.append(2);
    } else if (thread == 1) {
      int last = chain.now();
      for (int link = last; link != NOTHING; link = chain.back(link)) {
        RL_ASSERT(link <= last);
        RL_ASSERT(chain.value[link].get() == 10 * link);
        last = link;
      }
      RL_ASSERT(chain.now() >= last);
    } else {
      chain.cut(chain.now());
    }
  }
};

// A listener that enlists while versions are published receives every later one, in order.
struct Feed : rl::test_suite<Feed, 2> {
  Chain chain;
  Cell<int> entries;
  Cell<int> drain;
  Field<int> delivered;  // these three are guarded by the drain
  Field<int> from;
  Field<int> told;
  int floor;
  int enlisted;

  void before() {
    chain.start();
    entries.init(0);
    drain.init(IDLE);
    delivered.set(NOTHING);
    from.set(NOTHING);
    told.set(NOTHING);
    floor = NOTHING;
    enlisted = NOTHING;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      for (int version = 1; version <= 2; version++) {
        chain.append(version);
        appended(version);
      }
    } else {
      floor = chain.now();
      entries.compareAndSet(twin(3) ? Opaque : Volatile, 0, 1);  // java: ChangeFeed.updateEntries ENTRIES.compareAndSet
      enlisted = chain.now();
      request();
    }
  }

  void appended(int link) {
    if (entries.get(twin(4) ? Acquire : Volatile) == 0) {  // java: ChangeFeed.appended entries
      chain.cut(link);
    } else {
      request();
    }
  }

  void request() {
    if (drain.getAndSet(twin(5) ? Opaque : Volatile, AGAIN) != IDLE) {  // java: SerialDrain.request STATE.getAndSet
      return;
    }
    do {
      drain.set(Volatile, RUNNING);  // java: SerialDrain.request state
      deliver();
    } while (!drain.compareAndSet(Volatile, RUNNING, IDLE));  // java: SerialDrain.request STATE.compareAndSet
  }

  void deliver() {
    int to;
    int head;
    do {
      to = entries.get(Volatile);  // java: ChangeFeed.deliver entries
      head = chain.now();
    } while (to != entries.get(Volatile));  // java: ChangeFeed.deliver entries
    if (to == 0) {
      chain.cut(head);
      delivered.set(NOTHING);
      return;
    }
    int path[LINKS];
    int length = 0;
    int link = head;
    while (link != NOTHING && link != delivered.get()) {
      path[length++] = link;
      link = chain.back(link);
    }
    while (length > 0) {
      tell(path[--length]);
    }
    chain.cut(head);
    delivered.set(head);
  }

  void tell(int link) {
    RL_ASSERT(chain.value[link].get() == 10 * link);
    if (from.get() == NOTHING) {
      if (link < floor) {
        return;
      }
      from.set(link);
    } else {
      RL_ASSERT(link == told.get() + 1);
    }
    told.set(link);
  }

  void after() {
    RL_ASSERT(floor <= from.get());
    RL_ASSERT(from.get() <= enlisted);
    RL_ASSERT(told.get() == 2);
  }
};

}  // namespace

int main() {
  every<Walk>("Links, a walk back", {
    {1, "the current node is read opaquely"},
    {2, "a node is published opaquely"},
  });
  some<Feed>("Links, a listener", 200000, {
    {3, "the listener enlists opaquely"},
    {4, "the writer checks for listeners with acquire"},
    {5, "a delivery is requested opaquely"},
  });
  return exitCode();
}
