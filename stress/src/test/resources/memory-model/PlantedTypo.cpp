// Does not compile: the check of models must say so.
#include "model.hpp"

struct Publication : rl::test_suite<Publication, 2> {
  Cell<int> flag;
  Field<int> content;

  void before() {
    flag.init(0);
    content.set(0);
  }

  void thread(unsigned thread) {
    if (thread == 0) {
      content.set(7);
      flag.set(Opague, 1);
    } else if (flag.get(Acquire) == 1) {
      RL_ASSERT(content.get() == 7);
    }
  }
};

int main() {
  every<Publication>("a flag that publishes nothing", {});
  return exitCode();
}
