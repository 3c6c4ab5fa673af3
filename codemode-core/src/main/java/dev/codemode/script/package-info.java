/** SPI that prepares a script before it runs, and its plain JavaScript implementation. */
@NullMarked
package dev.codemode.script;

import org.jspecify.annotations.NullMarked;
