/** SWC's WebAssembly as bytecode, made by the build. */
@NullMarked
package dev.codemode.scriptcheck.swc;

import org.jspecify.annotations.NullMarked;
