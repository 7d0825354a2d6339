package io.latchless.rules.examples.leftalone.fields;

import java.util.List;

/** Its permitted subclasses cannot be extended by other classes. */
@SuppressWarnings("ProtectedMembersInFinalClass")
public abstract sealed class SealedToStrangers {
  protected int count = 1;

  protected SealedToStrangers() {}

  public static final class Last extends SealedToStrangers {
    protected int own = 1;
  }

  public abstract static sealed class Middle extends SealedToStrangers {
    protected List<String> names = List.of();

    public Middle() {}
  }

  public static final class Lower extends Middle {}

  static non-sealed class OfThePackage extends Middle {
    protected int own = 1;
  }
}
