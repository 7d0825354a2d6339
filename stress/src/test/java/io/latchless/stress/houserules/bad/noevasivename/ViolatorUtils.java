package io.latchless.stress.houserules.bad.noevasivename;

final class ViolatorUtils {}
