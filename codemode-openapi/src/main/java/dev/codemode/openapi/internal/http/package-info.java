/** What an operation is on the wire, and the calls that carry it out. */
@NullMarked
package dev.codemode.openapi.internal.http;

import org.jspecify.annotations.NullMarked;
