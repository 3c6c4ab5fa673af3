/** What becomes of OpenAPI documents, and what it costs. */
@NullMarked
package dev.codemode.benchmarks.openapi;

import org.jspecify.annotations.NullMarked;
