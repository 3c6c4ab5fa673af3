/** OpenAPI documents as typed services, called over HTTP. */
@NullMarked
package dev.codemode.openapi;

import org.jspecify.annotations.NullMarked;
