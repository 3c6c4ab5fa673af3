package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.ArgumentCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options as a host has them that decides nothing. */
public final class TestOptions {
    private TestOptions() {}

    static DocumentOptions of(String service) {
        return with(service, null);
    }

    public static DocumentOptions with(String service, @Nullable Path externalFiles) {
        return new DocumentOptions(
                service,
                null,
                operation -> true,
                operation -> Optional.empty(),
                operation -> ArgumentCheck.STRICT,
                Map.of(),
                Set.of(),
                null,
                List.of(),
                Set.of(),
                Set.of("x-total"),
                false,
                externalFiles,
                List.of(),
                1 << 20);
    }
}
