package io.latchless.stress.houserules.bad.noexposedmutablefield;

/** A constant, and a package-private field. */
public class Innocent {
  /** A constant. */
  public static final int LIMIT = 1;

  int own;
}
