package dev.codemode.openapi;

import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An OpenAPI document, 2.0, 3.0 or 3.1, as a source of one service. Each operation of the document is an operation of the
 * service, and its handler makes the HTTP request. What is wrong in the document is a warning with a JSON pointer
 * (RFC 6901), and the rest loads. Thread-safe.
 *
 * @since 0.1
 */
public final class OpenApiSource implements ServiceSource {
    private final SourceSnapshot snapshot;

    OpenApiSource(SourceSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Starts a source of the document in this text, JSON or YAML.
     *
     * @param name the service's name, a global of scripts
     */
    public static OpenApiSourceBuilder builder(String name, String document) {
        return new OpenApiSourceBuilder(name, document, null);
    }

    /** Starts a source of the document in this file, JSON or YAML. */
    public static OpenApiSourceBuilder builder(String name, Path document) {
        return new OpenApiSourceBuilder(name, null, document);
    }

    @Override
    public SourceSnapshot load() {
        return snapshot;
    }

    /** Ignores the listener: a document is read once. */
    @Override
    public void onChange(Runnable listener) {
        Objects.requireNonNull(listener, "listener");
    }

    @Override
    public void close() {}

    static OpenApiSource empty() {
        return new OpenApiSource(new SourceSnapshot(List.of(), Map.of(), List.of()));
    }
}
