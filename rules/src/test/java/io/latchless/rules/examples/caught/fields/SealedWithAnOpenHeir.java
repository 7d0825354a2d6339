package io.latchless.rules.examples.caught.fields;

/** Anybody may extend one of its heirs, and so reaches what that inherits. */
public abstract sealed class SealedWithAnOpenHeir {
  protected int count = 1; // caught

  public abstract static sealed class Middle extends SealedWithAnOpenHeir {}

  public static non-sealed class Open extends Middle {
    protected int own = 1; // caught
  }
}
