/** Requests that are bounded in time, size and destination. */
@NullMarked
package dev.codemode.http.internal.client;

import org.jspecify.annotations.NullMarked;
