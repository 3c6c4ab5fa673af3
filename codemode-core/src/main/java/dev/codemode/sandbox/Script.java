package dev.codemode.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A script with all that determines what it does, apart from the answers to its calls. Immutable and thread-safe.
 *
 * @param body the body of an async function (ECMA-262, 15.8): statements that may use {@code await} and {@code return}.
 *     Hostile text: it must not be able to close the function that the sandbox puts around it
 * @param operations the dotted names that the script can call. The first segment of each is a frozen global. The list
 *     is the same instance from execution to execution as long as it does not change, so a sandbox may cache what it
 *     made from it
 * @param limits what the script may use
 * @param startedAt the time that the script's clock starts at
 * @param seed the seed of the script's {@code Math.random}
 * @since 0.1
 */
public record Script(String body, List<String> operations, Limits limits, Instant startedAt, long seed) {
    /** Checks that nothing is null. The list of operations is not copied. */
    public Script {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(operations, "operations");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
