package io.latchless.stress.houserules.bad.nullmarkedpackages;

/** Not checked for null. */
public final class Violator {}
