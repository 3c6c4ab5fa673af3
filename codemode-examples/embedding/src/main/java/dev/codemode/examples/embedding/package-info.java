/** Search with a small local embedding model. */
@NullMarked
package dev.codemode.examples.embedding;

import org.jspecify.annotations.NullMarked;
