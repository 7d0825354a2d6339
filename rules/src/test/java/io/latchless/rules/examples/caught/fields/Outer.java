package io.latchless.rules.examples.caught.fields;

@SuppressWarnings("ClassCanBeStatic")
public class Outer {
  public static final class Nested {
    public int open = 1; // caught
  }

  protected static class ForHeirs {
    public int open = 1; // caught
    protected int halfOpen = 1; // caught
  }

  public class Inner {
    public int open = 1; // caught
  }
}
