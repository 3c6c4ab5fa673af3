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
                selection(),
                new DocumentOptions.Location(null, List.of()),
                new DocumentOptions.Files(externalFiles, List.of(), 1 << 20),
                Set.of(),
                false);
    }

    static DocumentOptions at(DocumentOptions.Location location) {
        return new DocumentOptions(
                "api",
                null,
                selection(),
                location,
                new DocumentOptions.Files(null, List.of(), 1 << 20),
                Set.of(),
                false);
    }

    private static DocumentOptions.Selection selection() {
        return new DocumentOptions.Selection(
                operation -> true,
                operation -> Optional.empty(),
                operation -> ArgumentCheck.STRICT,
                Map.of(),
                Set.of(),
                Set.of("x-total"));
    }
}
