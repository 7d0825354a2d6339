package io.latchless.stress.houserules.bad.nullmarkedpackages.marked;

/** Checked for null. */
public final class Innocent {}
