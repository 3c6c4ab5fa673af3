package dev.codemode.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a parameter of a {@link CodeModeOperation} whose name, type and Javadoc do not say enough.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CodeModeParam {
    /** The value of {@link #defaultValue()} that means no default. */
    String NO_DEFAULT = "\u0000";

    /** The parameter's name in scripts. Empty means the name in the source, which needs javac's {@code -parameters}. */
    String name() default "";

    /** What the parameter means. Empty means its {@code @param} text in the method's Javadoc. */
    String description() default "";

    /**
     * The value that is passed when a script leaves the parameter out, as text that the JSON mapper binds to the
     * parameter's type.
     */
    String defaultValue() default NO_DEFAULT;
}
