/** SWC's WebAssembly as bytecode, made by the build. */
@NullMarked
package dev.codemode.typescript.internal.strip.swc;

import org.jspecify.annotations.NullMarked;
