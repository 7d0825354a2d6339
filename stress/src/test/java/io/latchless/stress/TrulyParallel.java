package io.latchless.stress;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * For tests that see little unless two threads run at the same moment. The build runs them one
 * after the other; of all others it runs two classes at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("truly-parallel")
public @interface TrulyParallel {}
