// A version, and two copies of the fields: a writer changes the one that no reader takes.
#include "model.hpp"

namespace {

int const CLAIMED = 1;
int const PUBLISHED = 2;
int const STEP = 3;
int const CHANGE = 4;
int const FIELDS = 2;

struct Stripe {
  Cell<int> version;
  Cell<int> wanted;
  Cell<int> first[FIELDS];
  Cell<int> second[FIELDS];

  void start() {
    version.init(0);
    wanted.init(0);
    for (int i = 0; i < FIELDS; i++) {
      first[i].init(0);
      second[i].init(0);
    }
  }

  bool tryClaim(int& claimed) {
    int seen = version.get(Opaque);  // java: Stripe.tryClaim wordOpaque
    if ((seen & STEP) != 0) {
      return false;
    }
    if (wanted.get(twin(8) ? Acquire : Volatile) != 0) {  // java: Stripe.tryClaim WORDS.getVolatile
      return false;
    }
    if (!version.compareAndSet(twin(7) ? Opaque : Volatile, seen, seen + CLAIMED)) {  // java: Stripe.tryClaim WORDS.compareAndSet
      return false;
    }
    if (!twin(1)) releaseFence();  // java: Stripe.tryClaim VarHandle.releaseFence
    claimed = seen + CLAIMED;
    return true;
  }

  // Adds one to each field. False if it had to leave the stripe to another.
  bool record() {
    int claimed;
    if (!tryClaim(claimed)) {
      return false;
    }
    for (int i = 0; i < FIELDS; i++) {
      int before = first[i].get(Plain);  // java: Stripe.get stripe[FIRST
      first[i].set(Opaque, before + 1);  // java: Stripe.setOpaque WORDS.setOpaque
    }
    version.set(twin(2) ? Opaque : Release, claimed + PUBLISHED - CLAIMED);  // java: Stripe.publishRelease WORDS.setRelease
    if (!twin(3)) releaseFence();  // java: Stripe.publishRelease VarHandle.releaseFence
    for (int i = 0; i < FIELDS; i++) {
      int now = first[i].get(Plain);  // java: Stripe.get stripe[FIRST
      second[i].set(Opaque, now);  // java: Stripe.repeatOpaque WORDS.setOpaque
    }
    version.set(twin(4) ? Opaque : Release, claimed + CHANGE - CLAIMED);  // java: Stripe.endRelease WORDS.setRelease
    return true;
  }

  // The number of changes, or -1.
  int tryRead() {
    int before = version.get(twin(5) ? Opaque : Acquire);  // java: Stripe.tryRead WORDS.getAcquire
    bool published = (before & STEP) == PUBLISHED;
    int found[FIELDS];
    for (int i = 0; i < FIELDS; i++) {
      Cell<int>& field = published ? first[i] : second[i];
      found[i] = field.get(Opaque);  // java: Stripe.tryRead wordOpaque
    }
    if (!twin(6)) acquireFence();  // java: Stripe.tryRead VarHandle.acquireFence
    int stable = published ? before + CHANGE - PUBLISHED : before | CLAIMED;
    if (version.get(Opaque) > stable) {  // java: Stripe.tryRead wordOpaque
      return -1;
    }
    int changes = (before + PUBLISHED) / CHANGE;
    for (int each : found) RL_ASSERT(each == changes);
    return changes;
  }
};

struct Reading : rl::test_suite<Reading, 2> {
  Stripe stripe;

  void before() { stripe.start(); }

  void thread(unsigned thread) {
    if (thread == 0) {
      for (int i = 0; i < 2; i++) {
        bool done = stripe.record();
        RL_ASSERT(done);
      }
    } else {
      int before = stripe.tryRead();
      int later = stripe.tryRead();
      RL_ASSERT(later == -1 || before <= later);
    }
  }
};

struct Writing : rl::test_suite<Writing, 3> {
  Stripe stripe;
  int records[2];

  void before() {
    stripe.start();
    records[0] = 0;
    records[1] = 0;
  }

  void thread(unsigned thread) {
    for (int i = 0; i < 2; i++) {
      if (thread == 2) {
        stripe.tryRead();
      } else if (stripe.record()) {
        records[thread]++;
      }
    }
  }

  void after() {
    int changes = stripe.tryRead();
    RL_ASSERT(changes == records[0] + records[1]);
  }
};

// One thread that writes again and again disturbs a reader that has said so twice at most.
struct Request : rl::test_suite<Request, 2> {
  Stripe stripe;

  void before() { stripe.start(); }

  void thread(unsigned thread) {
    if (thread == 0) {
      for (int i = 0; i < 4; i++) {
        stripe.record();
      }
    } else {
      stripe.wanted.getAndAdd(twin(9) ? Opaque : Volatile, 1);  // java: Stripe.read WORDS.getAndAdd
      int tries = 1;
      while (stripe.tryRead() < 0) {
        tries++;
      }
      RL_ASSERT(tries <= 3);
      stripe.wanted.getAndAdd(Volatile, -1);  // java: Stripe.read WORDS.getAndAdd
    }
  }
};

}  // namespace

int main() {
  some<Reading>("Stripe, a writer and a reader", 300000, {
    {1, "no fence after the claim"},
    {2, "the copy is published opaquely"},
    {3, "no fence after the publication"},
    {4, "the end is opaque"},
    {5, "a reader reads the version opaquely"},
    {6, "no fence before the second look"},
  });
  some<Writing>("Stripe, two writers and a reader", 300000, {
    {4, "the end is opaque"},
    {7, "the claim is opaque"},
  });
  some<Request>("Stripe, a reader that wants to read", 300000, {
    {8, "the writer looks for the request with acquire"},
    {9, "the request is opaque"},
  });
  return exitCode();
}
