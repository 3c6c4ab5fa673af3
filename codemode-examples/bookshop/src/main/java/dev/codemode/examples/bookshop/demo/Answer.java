package dev.codemode.examples.bookshop.demo;

/**
 * The text that a model reads after calling a tool.
 *
 * @param text the text
 * @param failed whether the text is an error
 */
record Answer(String text, boolean failed) {}
