package io.latchless.stress.houserules.bad.nomonitors;

final class Innocent {
  private volatile int count;

  int read() {
    return count;
  }
}
