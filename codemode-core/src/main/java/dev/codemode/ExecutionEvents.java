package dev.codemode;

import dev.codemode.execution.ExecutionEvent;
import dev.codemode.execution.ExecutionListener;
import java.util.List;
import java.util.function.Consumer;

/** Notifies listeners; what one throws reaches neither the others nor the execution. Immutable and thread-safe. */
final class ExecutionEvents implements Consumer<ExecutionEvent> {
    private static final System.Logger LOG = System.getLogger("dev.codemode");

    private final List<ExecutionListener> listeners;

    ExecutionEvents(List<ExecutionListener> listeners) {
        this.listeners = listeners;
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    @Override
    public void accept(ExecutionEvent event) {
        for (ExecutionListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A listener failed on " + event.getClass().getSimpleName() + " of execution "
                                + event.executionId(),
                        e);
            }
        }
    }
}
