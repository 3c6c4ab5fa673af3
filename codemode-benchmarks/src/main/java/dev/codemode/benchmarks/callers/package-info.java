/** What it costs when many callers, each a trust domain, share one host. */
@NullMarked
package dev.codemode.benchmarks.callers;

import org.jspecify.annotations.NullMarked;
