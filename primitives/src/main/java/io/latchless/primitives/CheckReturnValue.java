package io.latchless.primitives;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks methods whose result must not be ignored: it tells whether the call has done anything, or
 * it is all that the call does. On a class it stands for all its methods. Error Prone and SpotBugs
 * know this annotation by its simple name and report callers that drop the result.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CheckReturnValue {}
