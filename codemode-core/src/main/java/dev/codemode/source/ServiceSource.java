package dev.codemode.source;

/**
 * A source of services: annotated beans, an OpenAPI document, an MCP server. Prove an implementation with
 * {@code ServiceSourceContract} from the testkit. Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface ServiceSource extends AutoCloseable {
    /**
     * Reads the services as they are now. May block; interrupting the thread ends it. Everything that is wrong is
     * reported as issues, not thrown.
     */
    SourceSnapshot load();

    /**
     * Registers a listener that runs each time this source has changed and {@link #load} would return something new. A
     * source that never changes ignores it.
     */
    void onChange(Runnable listener);

    /** Releases what the source holds. Further calls of its handlers fail. Closing twice is allowed. */
    @Override
    void close();
}
