package dev.codemode.openapi;

import dev.codemode.catalog.OperationName;
import dev.codemode.openapi.internal.http.HttpCaller;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An OpenAPI document, 2.0 or 3.0 to 3.2, as a source of one service. Each operation of the document is an operation of
 * the service, and its handler makes the HTTP request. Anything wrong in the document is a warning with a JSON pointer
 * (RFC 6901), and the rest loads. Thread-safe.
 *
 * @since 0.1
 */
public final class OpenApiSource implements ServiceSource {
    private final SourceSnapshot snapshot;
    private final Map<OperationName, DocumentOperation> documented;
    private final HttpCaller caller;

    OpenApiSource(SourceSnapshot snapshot, Map<OperationName, DocumentOperation> documented, HttpCaller caller) {
        this.snapshot = snapshot;
        this.documented = documented;
        this.caller = caller;
    }

    /**
     * Starts building a source from the document in this text, JSON or YAML.
     *
     * @param name the service's name, a global in scripts
     */
    public static OpenApiSourceBuilder builder(String name, String document) {
        return new OpenApiSourceBuilder(name, Objects.requireNonNull(document, "document"), null);
    }

    /** Starts building a source from the document in this file, JSON or YAML. */
    public static OpenApiSourceBuilder builder(String name, Path document) {
        return new OpenApiSourceBuilder(name, null, Objects.requireNonNull(document, "document"));
    }

    @Override
    public SourceSnapshot load() {
        return snapshot;
    }

    /** Returns an operation's names in the document: for logs, and for policies based on path or tag. */
    public Optional<DocumentOperation> documented(OperationName name) {
        return Optional.ofNullable(documented.get(name));
    }

    /** Ignores the listener: a document is read once. */
    @Override
    public void onChange(Runnable listener) {
        Objects.requireNonNull(listener, "listener");
    }

    /** Releases connections. Further calls fail. */
    @Override
    public void close() {
        caller.close();
    }
}
