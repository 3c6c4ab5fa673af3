package dev.codemode.jsonschema.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolNamesTest {
    @ParameterizedTest
    @CsvSource({"read_file, read_file", "read-file, read_file", "2fa.check, s_2fa_check", "Map, s_Map", "é, _"})
    void makesAnIdentifierOfAnyText(String tool, String operation) {
        assertThat(new ToolNames("file server").of(tool)).hasToString("file_server." + operation);
    }

    @Test
    void numbersToolsWithTheSameName() {
        ToolNames names = new ToolNames("files");

        assertThat(names.of("read-file")).hasToString("files.read_file");
        assertThat(names.of("read.file")).hasToString("files.read_file_2");
        assertThat(names.of("read_file")).hasToString("files.read_file_3");
    }
}
