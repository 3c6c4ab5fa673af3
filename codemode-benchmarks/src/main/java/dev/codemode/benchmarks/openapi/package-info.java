/** Measures what becomes of OpenAPI documents, and at what cost. */
@NullMarked
package dev.codemode.benchmarks.openapi;

import org.jspecify.annotations.NullMarked;
