package io.latchless.stress.memorymodel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An access mode of {@link java.lang.invoke.VarHandle}, or a fence. */
enum Mode {
  PLAIN("Plain", 0),
  OPAQUE("Opaque", 1),
  ACQUIRE("Acquire", 2),
  RELEASE("Release", 2),
  VOLATILE("Volatile", 3),
  FENCE("Fence", -1);

  private static final Pattern SUFFIX =
      Pattern.compile("(Plain|Opaque|Acquire|Release|Volatile|Fence)$");
  private static final Pattern READ_MODIFY_WRITE =
      Pattern.compile("cas[A-Z]\\w*|compareAnd\\w+|weakCompareAnd\\w+|getAnd\\w+|\\w+AndGet");

  private final String suffix;
  private final int strength;

  Mode(String suffix, int strength) {
    this.suffix = suffix;
    this.strength = strength;
  }

  /** Returns the mode with that name, as spelled in models. */
  static Optional<Mode> named(String name) {
    for (Mode mode : values()) {
      if (mode.suffix.equals(name)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** Returns the mode named in a method's name, if any. */
  static Optional<Mode> saidBy(String method) {
    Matcher suffix = SUFFIX.matcher(method);
    if (suffix.find()) {
      return named(suffix.group());
    }
    return isReadModifyWrite(method) ? Optional.of(VOLATILE) : Optional.empty();
  }

  static boolean isReadModifyWrite(String method) {
    return READ_MODIFY_WRITE.matcher(method).matches();
  }

  boolean isWeakerThan(Mode other) {
    return strength >= 0 && strength < other.strength;
  }
}
