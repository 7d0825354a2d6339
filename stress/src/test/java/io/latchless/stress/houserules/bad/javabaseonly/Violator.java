package io.latchless.stress.houserules.bad.javabaseonly;

import java.util.logging.Logger;

record Violator(Logger logger) {}
