package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What one execution may do, and for whom. Immutable and thread-safe.
 *
 * @param id the execution's identifier
 * @param caller on whose behalf
 * @param visible what the caller may call; nothing else exists
 * @param limits what the execution may use
 * @param deadline when it ends at the latest
 * @param builtIns the calls that the library itself answers, by dotted name
 */
public record ExecutionScope(
        String id,
        Caller caller,
        Catalog visible,
        Limits limits,
        Instant deadline,
        Map<String, Dispatcher.BuiltIn> builtIns) {
    /** Copies the map. */
    public ExecutionScope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(visible, "visible");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(deadline, "deadline");
        builtIns = Map.copyOf(builtIns);
    }
}
