package dev.codemode.annotation;

import dev.codemode.catalog.Effect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exposes a public method of a {@link CodeModeService} as an operation.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CodeModeOperation {
    /** The effect of the operation. Required, because only the author knows it. */
    Effect effect();

    /** The operation's name: an identifier, or several separated by dots. Empty means the method's name. */
    String name() default "";

    /** What the operation does. Empty means the method's Javadoc. */
    String description() default "";

    /** Tags for the host's access policy and interceptors. Models do not see them. */
    String[] tags() default {};

    /** Additional words by which search finds the operation. */
    String[] searchTerms() default {};
}
