/** What a model reads of the tools. */
@NullMarked
package dev.codemode.text;

import org.jspecify.annotations.NullMarked;
