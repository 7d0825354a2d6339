package io.latchless.stress.houserules.bad.nosleep;

final class Innocent {
  void stepAside() {
    Thread.onSpinWait();
  }
}
