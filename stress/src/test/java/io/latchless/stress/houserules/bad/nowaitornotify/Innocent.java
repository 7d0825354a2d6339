package io.latchless.stress.houserules.bad.nowaitornotify;

final class Innocent {
  private int told;

  void notify(int listener) {
    told += listener;
  }

  int tell() {
    notify(1);
    return told;
  }
}
