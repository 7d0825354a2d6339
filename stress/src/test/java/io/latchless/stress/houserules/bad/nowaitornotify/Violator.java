package io.latchless.stress.houserules.bad.nowaitornotify;

final class Violator {
  @SuppressWarnings({"NakedNotify", "NotifyWithoutLock"})
  void wakeAll() {
    notifyAll();
  }
}
