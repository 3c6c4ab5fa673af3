package dev.codemode.openapi;

import dev.codemode.source.ServiceSource;
import dev.codemode.testkit.ServiceSourceContract;
import java.nio.file.Path;

final class OpenApiSourceContractTest extends ServiceSourceContract {
    @Override
    protected ServiceSource source() {
        return OpenApiSource.builder("api", Path.of("src/test/resources/cases/bodies.yaml"))
                .build();
    }
}
