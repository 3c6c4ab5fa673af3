/**
 * Annotation processor of Code Mode for Java.
 *
 * @since 0.1
 */
module dev.codemode.processor {
    requires com.github.javaparser.core;
    requires java.compiler;
    requires static org.jspecify;

    exports dev.codemode.processor;

    provides javax.annotation.processing.Processor with
            dev.codemode.processor.JavadocProcessor;
}
