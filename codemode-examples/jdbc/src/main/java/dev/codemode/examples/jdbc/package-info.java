/** Named SQL queries as a service. */
@NullMarked
package dev.codemode.examples.jdbc;

import org.jspecify.annotations.NullMarked;
