/** Names and prose of foreign documents, made fit for scripts and models. */
@NullMarked
package dev.codemode.jsonschema.internal.words;

import org.jspecify.annotations.NullMarked;
