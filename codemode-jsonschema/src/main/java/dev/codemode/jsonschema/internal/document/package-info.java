/** Documents as trees that know their places: references, and what is wrong with a document. */
@NullMarked
package dev.codemode.jsonschema.internal.document;

import org.jspecify.annotations.NullMarked;
