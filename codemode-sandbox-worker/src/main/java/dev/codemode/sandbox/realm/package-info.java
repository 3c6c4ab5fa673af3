/**
 * The engine-independent part of running one script: the realm's JavaScript, its event loop, and the SPI that an engine
 * implements.
 */
@NullMarked
package dev.codemode.sandbox.realm;

import org.jspecify.annotations.NullMarked;
