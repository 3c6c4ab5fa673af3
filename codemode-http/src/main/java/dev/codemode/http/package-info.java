/** What a host adds to requests that leave on its behalf: credentials. */
@NullMarked
package dev.codemode.http;

import org.jspecify.annotations.NullMarked;
