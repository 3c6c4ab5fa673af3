/** A sandbox and a realm as a stranger would write them; docs/sandbox-spi.md shows these files. */
@NullMarked
package dev.codemode.tests.example;

import org.jspecify.annotations.NullMarked;
