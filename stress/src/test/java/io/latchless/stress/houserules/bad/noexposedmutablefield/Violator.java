package io.latchless.stress.houserules.bad.noexposedmutablefield;

/** Fields that any subclass or caller may set. */
public class Violator {
  /** Exposed to every caller. */
  public int open;

  /** Exposed to subclasses. */
  protected int halfOpen;
}
