package dev.codemode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.internal.EcmaIdentifier;
import dev.codemode.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The realm does not know the catalog, and refuses the same names. */
final class ReservedNamesTest {
    private static final Pattern RESERVED = Pattern.compile("RESERVED = ' ([^']+) '");

    @Test
    void namespacesReserveWhatOperationsCannotBeNamed() throws IOException {
        Matcher matcher = RESERVED.matcher(script());

        assertThat(matcher.find()).isTrue();
        assertThat(List.of(matcher.group(1).split(" ")))
                .containsExactlyInAnyOrderElementsOf(EcmaIdentifier.SPECIAL_PROPERTIES)
                .allSatisfy(name -> assertThat(OperationName.problem("books", List.of(name)))
                        .isPresent());
    }

    private static String script() throws IOException {
        try (InputStream in =
                Sandbox.class.getClassLoader().getResourceAsStream("dev/codemode/sandbox/realm/namespaces.js")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
