/** A server of OpenAPI documents that needs no code. */
@NullMarked
package dev.codemode.gateway;

import org.jspecify.annotations.NullMarked;
