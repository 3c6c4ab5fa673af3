/** Our own Jackson mapper: strict on input, ISO 8601 for times, declared types on output. Not API. */
@NullMarked
package dev.codemode.reflect.internal.jackson.mapper;

import org.jspecify.annotations.NullMarked;
