package io.latchless.stress.houserules.bad.nomonitors;

final class Violator {
  private int count;

  synchronized int method() {
    return ++count;
  }

  int block() {
    synchronized (this) {
      return ++count;
    }
  }
}
