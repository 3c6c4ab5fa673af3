package dev.codemode.examples.bookshop.demo;

/**
 * What a model reads after a call of a tool.
 *
 * @param text the text
 * @param failed whether the text is an error
 */
record Answer(String text, boolean failed) {}
