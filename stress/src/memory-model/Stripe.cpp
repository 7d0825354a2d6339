// A version, and two copies of the fields: a writer changes the copy that no reader uses.
#include "model.hpp"

namespace {

int const CLAIMED = 1;
int const ROLLED_BACK = 2;
int const PUBLISHED = 3;
int const STEP = 3;
int const CHANGE = 4;
int const FIELDS = 2;
int const NEVER = -1;

struct Stripe {
  Cell<int> version;
  Cell<int> wanted;
  Cell<int> abandoned;
  Cell<int> first[FIELDS];
  Cell<int> second[FIELDS];

  void start() {
    version.init(0);
    wanted.init(0);
    abandoned.init(0);
    for (int i = 0; i < FIELDS; i++) {
      first[i].init(0);
      second[i].init(0);
    }
  }

  bool tryClaim() {
    int seen = version.get(Opaque);  // java: Stripe.tryClaim wordOpaque
    if ((seen & CLAIMED) != 0) {
      return false;
    }
    if (wanted.get(twin(8) ? Acquire : Volatile) != 0) {  // java: Stripe.tryClaim WORDS.getVolatile
      return false;
    }
    return version.compareAndSet(twin(7) ? Opaque : Volatile, seen, (seen & -CHANGE) | CLAIMED);  // java: Stripe.tryClaim WORDS.compareAndSet
  }

  int begin() {
    if (!twin(1)) releaseFence();  // java: Stripe.begin VarHandle.releaseFence
    return version.get(Plain);  // java: Stripe.begin stripe[VERSION
  }

  // Adds one to each field. Returns false if another writer has the stripe. Fails at the given
  // step, if it exists, and counts the change if it was published before.
  bool record(int failing = NEVER) {
    if (!tryClaim()) {
      return false;
    }
    int claimed = begin();
    for (int i = 0; i < FIELDS; i++) {
      if (failing == i) return abandon(false);
      int before = first[i].get(Plain);  // java: Stripe.get stripe[FIRST
      first[i].set(Opaque, before + 1);  // java: Stripe.setOpaque WORDS.setOpaque
    }
    if (failing == FIELDS) return abandon(false);
    version.set(twin(2) ? Opaque : Release, claimed + PUBLISHED - CLAIMED);  // java: Stripe.publishRelease WORDS.setRelease
    if (!twin(3)) releaseFence();  // java: Stripe.publishRelease VarHandle.releaseFence
    for (int i = 0; i < FIELDS; i++) {
      if (failing == FIELDS + 1 + i) return abandon(true);
      int now = first[i].get(Plain);  // java: Stripe.get stripe[FIRST
      second[i].set(Opaque, now);  // java: Stripe.mirrorOpaque WORDS.setOpaque
    }
    version.set(twin(4) ? Opaque : Release, claimed + CHANGE - CLAIMED);  // java: Stripe.endRelease WORDS.setRelease
    return true;
  }

  // A plain store after a volatile store and load, which serve as a fence without a call. That no
  // earlier store takes effect after it rests on an argument: in the model none ever does.
  bool abandon(bool published) {
    abandoned.set(Release, 1);  // java: none, stripe[ABANDONED] behind failed
    return published;
  }

  bool recover() {
    if (abandoned.get(Opaque) == 0) {  // java: Stripe.recover wordOpaque
      return false;
    }
    if (!abandoned.compareAndSet(twin(11) ? Opaque : Volatile, 1, 0)) {  // java: Stripe.recover WORDS.compareAndSet
      return false;
    }
    int before = begin();
    for (int i = 0; i < FIELDS; i++) {
      if ((before & STEP) == PUBLISHED) {
        int now = first[i].get(Plain);  // java: Stripe.get stripe[FIRST
        second[i].set(Opaque, now);  // java: Stripe.mirrorOpaque WORDS.setOpaque
      } else {
        int stable = second[i].get(Opaque);  // java: Stripe.recover wordOpaque
        first[i].set(Opaque, stable);  // java: Stripe.recover setOpaque
      }
    }
    version.set(Release, before + 1);  // java: Stripe.recover WORDS.setRelease
    return true;
  }

  // Returns the number of changes, or -1.
  int tryRead() {
    int before = version.get(twin(5) ? Opaque : Acquire);  // java: Stripe.tryRead WORDS.getAcquire
    bool published = (before & STEP) == PUBLISHED;
    int found[FIELDS];
    for (int i = 0; i < FIELDS; i++) {
      Cell<int>& field = published ? first[i] : second[i];
      found[i] = field.get(Opaque);  // java: Stripe.tryRead wordOpaque
    }
    if (!twin(6)) acquireFence();  // java: Stripe.tryRead VarHandle.acquireFence
    int stable = published ? before + CHANGE - PUBLISHED : (before & -CHANGE) | ROLLED_BACK;
    if (version.get(Opaque) > stable) {  // java: Stripe.tryRead wordOpaque
      return -1;
    }
    int changes = (before + CHANGE - PUBLISHED) / CHANGE;
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

// The same with a single read, for which every execution is tried.
struct OneLook : rl::test_suite<OneLook, 2> {
  Stripe stripe;

  void before() { stripe.start(); }

  void thread(unsigned thread) {
    if (thread == 0) {
      stripe.record();
      stripe.record();
    } else {
      stripe.tryRead();
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

// A writer fails at any step and abandons the stripe; another recovers it and goes on.
struct Recovery : rl::test_suite<Recovery, 3> {
  Stripe stripe;
  int records[2];

  void before() {
    stripe.start();
    records[0] = 0;
    records[1] = 0;
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      if (stripe.record(rl::rand(2 * FIELDS + 1))) records[0]++;
    } else if (thread == 1) {
      for (int i = 0; i < 2; i++) {
        stripe.recover();
        if (stripe.record()) records[1]++;
      }
    } else {
      int before = stripe.tryRead();
      int later = stripe.tryRead();
      RL_ASSERT(later == -1 || before <= later);
    }
  }

  void after() {
    stripe.recover();
    int changes = stripe.tryRead();
    RL_ASSERT(changes == records[0] + records[1]);
  }
};

// A thread that writes repeatedly disturbs a reader at most twice after the reader's request.
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
    {2, "the copy is published opaquely"},
    {3, "no fence after the publication"},
    {4, "the end is opaque"},
    {5, "a reader reads the version opaquely"},
    {6, "no fence before the second read"},
  });
  some<Writing>("Stripe, two writers and a reader", 300000, {
    {4, "the end is opaque"},
    {7, "the claim is opaque"},
  });
  every<OneLook>("Stripe, one read of one change", {
    {1, "no fence after the claim"},
    {3, "no fence after the publication"},
  });
  some<Recovery>("Stripe, a writer that fails", 300000, {
    {2, "the copy is published opaquely"},
    {11, "the recovery is claimed opaquely"},
  });
  some<Request>("Stripe, a reader that wants to read", 300000, {
    {8, "the writer checks for the request with acquire"},
    {9, "the request is opaque"},
  });
  return exitCode();
}
