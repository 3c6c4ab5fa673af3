/** The demo: a real MCP client drives the bookshop, scene by scene. */
@NullMarked
package dev.codemode.examples.bookshop.demo;

import org.jspecify.annotations.NullMarked;
