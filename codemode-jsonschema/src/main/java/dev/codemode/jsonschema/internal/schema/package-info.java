/** JSON Schema, read into and written from the catalog's schemas. */
@NullMarked
package dev.codemode.jsonschema.internal.schema;

import org.jspecify.annotations.NullMarked;
