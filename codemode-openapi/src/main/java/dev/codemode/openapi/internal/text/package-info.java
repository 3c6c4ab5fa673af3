/** The text of documents, JSON and YAML, and the files that hold it. */
@NullMarked
package dev.codemode.openapi.internal.text;

import org.jspecify.annotations.NullMarked;
