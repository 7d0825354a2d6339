package io.latchless.stress.houserules.bad.nullmarkedpackages;

/** Nobody checks it for null. */
public final class Violator {}
