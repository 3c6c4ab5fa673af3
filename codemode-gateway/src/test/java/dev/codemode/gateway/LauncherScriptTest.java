package dev.codemode.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/codemode-gateway} with a java that prints its options and writes the archives that it is asked for. */
@EnabledOnOs(OS.LINUX)
final class LauncherScriptTest {
    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do
              case $word in
                -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;;
                -XX:AOTCacheOutput=*) echo linked classes >"${word#*=}" ;;
              esac
            done
            case " $* " in *" prepare "*) exit 0 ;; esac
            shift
            echo "$@"
            """;

    @TempDir
    private Path directory;

    private Path cache;

    @BeforeEach
    void install() throws IOException {
        cache = directory.resolve("cache");
        Files.createDirectories(directory.resolve("bin"));
        Files.createDirectories(directory.resolve("lib"));
        Files.createDirectories(directory.resolve("java/bin"));
        for (String file : List.of("codemode-gateway", "jvm.options")) {
            Files.copy(Path.of("bin", file), directory.resolve("bin").resolve(file));
        }
        Files.writeString(directory.resolve("lib/gateway.jar"), "a jar");
        release("17.0.15");
        executable(directory.resolve("java/bin/java"), JAVA);
    }

    @Test
    void startsWithoutAnArchiveWhereThereIsNone() throws Exception {
        assertThat(launch(Map.of(), "--config", "g.yaml", "check")).isEqualTo(plain("--config g.yaml check"));
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void startsWithTheArchiveThatItHasPrepared() throws Exception {
        String archive = launch(Map.of(), "prepare");
        assertThat(Path.of(archive)).hasContent("classes");
        assertThat(launch(Map.of(), "--config", "g.yaml", "stdio"))
                .isEqualTo("-XX:SharedArchiveFile=" + archive + " -XX:+VerifySharedSpaces "
                        + plain("--config g.yaml stdio"));
    }

    @Test
    void startsWithACacheOfLinkedClassesFromJava25On() throws Exception {
        release("25.0.3");
        String archive = launch(Map.of(), "prepare");
        assertThat(Path.of(archive)).hasContent("linked classes");
        assertThat(launch(Map.of(), "check"))
                .isEqualTo("-XX:AOTCache=" + archive + " -XX:+VerifySharedSpaces " + plain("check"));
    }

    @Test
    void usesNoArchiveThatIsTruncated() throws Exception {
        String archive = launch(Map.of(), "prepare");
        Files.writeString(Path.of(archive), "cla");
        assertThat(launch(Map.of(), "check")).isEqualTo(plain("check"));
    }

    @Test
    void usesNoArchiveOfAnotherRuntimeJarOrSetOfOptions() throws Exception {
        launch(Map.of(), "prepare");
        assertThat(launch(Map.of("JAVA_OPTS", "-Xmx1g -Dx=y"), "check")).isEqualTo("-Xmx1g -Dx=y " + plain("check"));
        release("17.0.16");
        assertThat(launch(Map.of(), "check")).isEqualTo(plain("check"));
        release("17.0.15");
        Files.writeString(directory.resolve("lib/gateway.jar"), "another jar");
        assertThat(launch(Map.of(), "check")).isEqualTo(plain("check"));
    }

    @Test
    void startsWithoutAnArchiveWhereItsDirectoryHasABlank() throws Exception {
        Map<String, String> blank =
                Map.of("GATEWAY_CACHE", directory.resolve("my cache").toString());
        assertThat(launch(blank, "check")).isEqualTo(plain("check"));
    }

    @Test
    void usesNoDirectoryThatOthersMayEnter() throws Exception {
        Files.createDirectory(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(launch(Map.of(), "check")).isEqualTo(plain("check"));
        assertThat(launch(Map.of(), "prepare"))
                .isEqualTo("codemode-gateway: there is no directory for the archive that only this user may enter:"
                        + " set GATEWAY_CACHE.");
    }

    @Test
    void makesTheArchiveWhileTheFirstServerRuns() throws Exception {
        assertThat(launch(Map.of("GATEWAY_PREPARE_DELAY", "0"), "--config", "g.yaml", "stdio"))
                .isEqualTo(plain("--config g.yaml stdio"));
        while (!isMade()) {
            Thread.onSpinWait();
        }
        assertThat(launch(Map.of(), "check")).startsWith("-XX:SharedArchiveFile=");
    }

    private boolean isMade() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).anyMatch(name -> name.matches("archive-\\d+-\\d+"));
        }
    }

    private String plain(String arguments) {
        return "-jar " + directory.resolve("bin/../lib/gateway.jar") + " " + arguments;
    }

    private void release(String version) throws IOException {
        Files.writeString(directory.resolve("java/release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String launch(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(directory.resolve("bin/codemode-gateway").toString()), Stream.of(arguments))
                .toList());
        builder.environment().put("JAVA_HOME", directory.resolve("java").toString());
        builder.environment().put("GATEWAY_CACHE", cache.toString());
        builder.environment().remove("JAVA_OPTS");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return text;
        }
    }
}
