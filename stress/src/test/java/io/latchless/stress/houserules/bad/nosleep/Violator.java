package io.latchless.stress.houserules.bad.nosleep;

final class Violator {
  void doze() throws InterruptedException {
    Thread.sleep(1);
  }
}
