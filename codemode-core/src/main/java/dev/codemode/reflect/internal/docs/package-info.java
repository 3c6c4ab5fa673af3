/** The documentation of classes and their members: Javadoc, as plain text. Not API. */
@NullMarked
package dev.codemode.reflect.internal.docs;

import org.jspecify.annotations.NullMarked;
