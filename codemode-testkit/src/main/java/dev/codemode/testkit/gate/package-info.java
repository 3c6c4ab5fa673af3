/** A gate for what models see, and reports of scripts as models write them. */
@NullMarked
package dev.codemode.testkit.gate;

import org.jspecify.annotations.NullMarked;
