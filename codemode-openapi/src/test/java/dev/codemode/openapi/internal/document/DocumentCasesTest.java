package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.OperationName;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.openapi.internal.http.HttpOperation;
import dev.codemode.testkit.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small documents, each a subject: what a model sees of it, what goes on the wire, and what is wrong with it. */
final class DocumentCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/cases");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters",
                "bodies",
                "schemas-3.1",
                "schemas-3.0",
                "directions",
                "names",
                "responses",
                "swagger-2",
                "kinds",
                "broken"
            })
    void readsItAsWritten(String subject) {
        ReadDocument read = DocumentReader.read(CASES.resolve(subject + ".yaml"), TestOptions.of("api"));
        assertThat(read.service()).isNotNull();
        GOLDEN.verify(
                subject + ".d.ts",
                TypeScriptDeclarations.of(Catalog.of(List.of(read.service()))).service(read.service()));
        GOLDEN.verify(subject + ".calls.txt", calls(read.calls()));
        GOLDEN.verify(
                subject + ".issues.txt",
                read.issues().stream()
                        .map(issue -> issue.severity() + " " + issue.location() + "\n    " + issue.message() + "\n")
                        .collect(Collectors.joining()));
    }

    private static String calls(Map<OperationName, HttpOperation> calls) {
        return calls.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(OperationName::toString)))
                .map(call -> call.getKey() + "\n" + lines(call.getValue()))
                .collect(Collectors.joining());
    }

    private static String lines(HttpOperation operation) {
        StringBuilder lines =
                new StringBuilder("    " + operation.method() + " " + operation.server() + operation.path() + "\n");
        operation
                .parameters()
                .forEach(parameter -> lines.append("    ").append(parameter).append('\n'));
        if (operation.body() != null) {
            lines.append("    ").append(sorted(operation.body().toString())).append('\n');
        }
        operation
                .answers()
                .responses()
                .forEach(response ->
                        lines.append("    ").append(sorted(response.toString())).append('\n'));
        if (!operation.answers().headers().isEmpty()) {
            lines.append("    headers ").append(operation.answers().headers()).append('\n');
        }
        if (!operation.security().isEmpty()) {
            lines.append("    security ").append(operation.security()).append('\n');
        }
        return lines.toString();
    }

    /** Sets of records print in no certain order. */
    private static String sorted(String text) {
        return Pattern.compile("\\[([a-zA-Z, ]+)\\]")
                .matcher(text)
                .replaceAll(names -> "["
                        + Arrays.stream(names.group(1).split(", ", -1)).sorted().collect(Collectors.joining(", "))
                        + "]");
    }
}
