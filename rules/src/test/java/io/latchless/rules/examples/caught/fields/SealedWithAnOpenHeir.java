package io.latchless.rules.examples.caught.fields;

/** Any class may extend a permitted subclass, and so reach the inherited field. */
public abstract sealed class SealedWithAnOpenHeir {
  protected int count = 1; // caught

  public abstract static sealed class Middle extends SealedWithAnOpenHeir {}

  public static non-sealed class Open extends Middle {
    protected int own = 1; // caught
  }
}
