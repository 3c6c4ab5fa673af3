/** What the JSON mapper does with Java types: schemas, binding and results. Not API. */
@NullMarked
package dev.codemode.reflect.internal;

import org.jspecify.annotations.NullMarked;
