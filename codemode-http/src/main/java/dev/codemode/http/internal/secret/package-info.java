/** Secrets: where tokens come from, which can be sent, and how responses are kept from repeating them. */
@NullMarked
package dev.codemode.http.internal.secret;

import org.jspecify.annotations.NullMarked;
