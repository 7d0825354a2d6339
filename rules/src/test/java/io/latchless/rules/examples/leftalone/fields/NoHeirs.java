package io.latchless.rules.examples.leftalone.fields;

@SuppressWarnings({"ProtectedMembersInFinalClass", "ImmutableEnumChecker"})
public final class NoHeirs {
  protected int count = 1;

  public static class OnlyOwnHeirs {
    protected int count = 1;

    OnlyOwnHeirs() {}
  }

  public enum Kind {
    ONE;

    protected int count = 1;
  }
}
