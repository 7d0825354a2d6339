package io.latchless.stress.houserules.bad.noevasivename;

final class Innocent {
  static final class Implementation {}
}
