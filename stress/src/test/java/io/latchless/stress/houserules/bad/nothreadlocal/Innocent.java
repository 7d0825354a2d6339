package io.latchless.stress.houserules.bad.nothreadlocal;

import java.util.concurrent.ThreadLocalRandom;

final class Innocent {
  int stripe() {
    return ThreadLocalRandom.current().nextInt();
  }
}
