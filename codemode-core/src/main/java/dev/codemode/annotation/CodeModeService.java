package dev.codemode.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean whose {@link CodeModeOperation} methods scripts can call.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CodeModeService {
    /** The global under which scripts find the service: an identifier. Two beans of one name are one service. */
    String name();

    /** What the service is about, in a sentence. Empty means the first sentence of the class's Javadoc. */
    String description() default "";
}
