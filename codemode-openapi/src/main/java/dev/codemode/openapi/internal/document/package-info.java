/** OpenAPI documents: their text, their references, their operations and schemas. */
@NullMarked
package dev.codemode.openapi.internal.document;

import org.jspecify.annotations.NullMarked;
