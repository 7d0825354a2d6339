package io.latchless.stress.docs;

/** A type whose contract the test of the guarantees makes up. */
public class Planted {
  /** Does nothing. */
  public void look() {}
}
