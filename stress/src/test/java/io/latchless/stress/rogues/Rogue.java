package io.latchless.stress.rogues;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a broken twin, kept to prove that the checks find its fault. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rogue {
  /** Describes the classic mistake in a few words. */
  String trap();

  /** Names the test that fails unless a check reports this class. */
  Class<?> caughtBy();
}
