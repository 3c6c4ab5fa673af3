package dev.codemode.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * Golden files: whole texts, one case per file, compared byte for byte. {@code -Dgolden.update=true} rewrites them.
 * Directories are relative to the module, such as {@code src/test/resources/golden/errors}. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Golden {
    private final Path directory;

    private Golden(Path directory) {
        this.directory = directory;
    }

    /** Returns the golden files of a directory. */
    public static Golden in(String directory) {
        return new Golden(Path.of(directory));
    }

    /**
     * Compares the text with the file's.
     *
     * @throws AssertionError if they differ or the file is missing; the message names the file
     */
    public void verify(String fileName, String actual) {
        Path file = directory.resolve(fileName);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(directory);
                Files.writeString(file, actual, StandardCharsets.UTF_8);
            }
            Assertions.assertThat(file)
                    .as("golden file %s (-Dgolden.update=true writes it)", file)
                    .exists();
            Assertions.assertThat(actual)
                    .as("golden file %s (-Dgolden.update=true rewrites it)", file)
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }
}
