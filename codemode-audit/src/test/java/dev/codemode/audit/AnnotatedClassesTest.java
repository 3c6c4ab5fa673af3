package dev.codemode.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnnotatedClassesTest {
    private static final Path CLASSES = Path.of("target/test-classes");

    @TempDir
    private Path directory;

    @Test
    void findsClassesInADirectory() {
        assertThat(AnnotatedClasses.in(CLASSES, List.of()))
                .extracting(Class::getSimpleName)
                .contains("Library");
    }

    @Test
    void findsClassesInAJar() throws IOException {
        Path jar = directory.resolve("library.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Library", "Library$Shelf", "Library$Book")) {
                String entry = "dev/codemode/audit/" + name + ".class";
                out.putNextEntry(new ZipEntry(entry));
                out.write(Files.readAllBytes(CLASSES.resolve(entry)));
            }
        }
        assertThat(AnnotatedClasses.in(jar, List.of()))
                .extracting(Class::getSimpleName)
                .containsExactly("Library");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> AnnotatedClasses.in(directory, List.of()))
                .isInstanceOf(AuditException.class)
                .hasMessage("No class in " + directory + " has @CodeModeService.");
        Path broken = directory.resolve("Broken.class");
        Files.writeString(broken, "no class");
        assertThatThrownBy(() -> AnnotatedClasses.in(directory, List.of()))
                .hasMessageContaining("Class Broken could not be loaded");
        assertThatThrownBy(() -> AnnotatedClasses.in(directory.resolve("none.jar"), List.of()))
                .isInstanceOf(UncheckedIOException.class);
    }
}
