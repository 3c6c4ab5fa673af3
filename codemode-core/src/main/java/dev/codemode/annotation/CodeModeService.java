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
    /** The service's global name in scripts, an identifier. Beans with the same name form one service. */
    String name();

    /** A description of the service, in one sentence. Empty means the first sentence of the class's Javadoc. */
    String description() default "";
}
