package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.execution.ExecutionEvent;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The scope of one execution: what it may do, and for whom. Thread-safe; all but the clock is immutable.
 *
 * @param id the execution's identifier
 * @param caller the caller on whose behalf it runs
 * @param visible the operations that the caller may call; for it, no others exist
 * @param limits the execution's limits
 * @param clock the run time that it has left
 * @param builtIns the calls that the library itself answers, keyed by dotted name
 * @param events takes what happens to calls
 */
public record ExecutionScope(
        String id,
        Caller caller,
        Catalog visible,
        Limits limits,
        RunClock clock,
        Map<String, Dispatcher.BuiltIn> builtIns,
        Consumer<ExecutionEvent> events) {
    /** Copies the map. */
    public ExecutionScope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(visible, "visible");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(events, "events");
        builtIns = Map.copyOf(builtIns);
    }
}
