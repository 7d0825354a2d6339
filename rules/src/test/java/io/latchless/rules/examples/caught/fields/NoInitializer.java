package io.latchless.rules.examples.caught.fields;

public abstract class NoInitializer { // caught
  public int count;
}
