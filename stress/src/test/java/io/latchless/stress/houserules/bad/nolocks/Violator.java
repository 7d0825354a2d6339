package io.latchless.stress.houserules.bad.nolocks;

import java.util.concurrent.locks.ReentrantLock;

record Violator(ReentrantLock lock) {}
