package dev.codemode.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a parameter of a {@link CodeModeOperation}, where its name, its type and the method's Javadoc do not say
 * enough.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CodeModeParam {
    /** The value of {@link #defaultValue()} that stands for no default. */
    String NO_DEFAULT = "\u0000";

    /** The parameter's name in scripts. Empty means the name in the source, which needs javac's {@code -parameters}. */
    String name() default "";

    /** What the parameter means. Empty means its {@code @param} text in the method's Javadoc. */
    String description() default "";

    /** What is passed when a script leaves the parameter out: text that the JSON mapper binds to the parameter's type. */
    String defaultValue() default NO_DEFAULT;
}
