package io.latchless.stress.houserules.bad.noexposedmutablefield;

/** Fields that any subclass or caller may set. */
public class Violator {
  /** Exposed to all. */
  public int open;

  /** Exposed to heirs. */
  protected int halfOpen;
}
