package io.latchless.stress.houserules.bad.nothreadlocal;

record Violator(InheritableThreadLocal<Integer> stripe) {}
