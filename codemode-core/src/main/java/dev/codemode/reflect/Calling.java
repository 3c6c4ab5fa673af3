package dev.codemode.reflect;

import dev.codemode.reflect.internal.mapping.JsonMapping;
import java.util.function.BooleanSupplier;

/**
 * How the methods of a source's beans are called. Immutable and thread-safe.
 *
 * @param mapping what binds arguments and writes results
 * @param check what checks bound arguments
 * @param maxElements how many elements of a stream or iterator a result may hold
 * @param closed whether the source has been closed, so that calls fail
 */
record Calling(JsonMapping mapping, ArgumentCheck check, int maxElements, BooleanSupplier closed) {}
