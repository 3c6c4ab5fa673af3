/** The shop: four services over an embedded database, with no trace of MCP in them. */
@NullMarked
package dev.codemode.examples.bookshop.shop;

import org.jspecify.annotations.NullMarked;
