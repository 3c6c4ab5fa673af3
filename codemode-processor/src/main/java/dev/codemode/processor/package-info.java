/** Annotation processor that puts the Javadoc of annotated services into the jar. */
@NullMarked
package dev.codemode.processor;

import org.jspecify.annotations.NullMarked;
