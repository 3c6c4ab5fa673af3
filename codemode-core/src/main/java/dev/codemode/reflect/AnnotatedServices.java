package dev.codemode.reflect;

import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.List;
import java.util.Map;

/**
 * Annotated beans as a source of services. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class AnnotatedServices implements ServiceSource {
    private AnnotatedServices() {}

    /** Returns a source of the beans' annotated methods. */
    public static AnnotatedServices of(Object... beans) {
        return new AnnotatedServices();
    }

    @Override
    public SourceSnapshot load() {
        return new SourceSnapshot(List.of(), Map.of(), List.of());
    }

    @Override
    public void onChange(Runnable listener) {}

    @Override
    public void close() {}
}
