package io.latchless.stress.houserules.bad.nolocks;

import java.util.concurrent.locks.LockSupport;

final class Innocent {
  void wake(Thread thread) {
    LockSupport.unpark(thread);
  }
}
