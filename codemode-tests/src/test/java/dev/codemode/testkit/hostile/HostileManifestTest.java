package dev.codemode.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.internal.json.Json;
import dev.codemode.testkit.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the corpus's manifest to the headers of its scripts, which are the source; -Dgolden.update=true writes it. */
final class HostileManifestTest {
    private static final String DIRECTORY = "../codemode-testkit/src/main/resources/dev/codemode/testkit/hostile";
    private static final Pattern FIELD = Pattern.compile("// (\\w+): (.*)");

    @Test
    void saysWhatTheScriptsSay() throws IOException {
        Map<?, ?> manifest =
                (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(Path.of(DIRECTORY, "manifest.json"))));
        String scripts =
                files().map(HostileManifestTest::entry).map(Json::write).collect(Collectors.joining(",\n"));
        String text = "{\"version\":1,\n\"protocol\":" + Json.write(manifest.get("protocol")) + ",\n\"scripts\":[\n"
                + scripts + "\n]}\n";
        Golden.in(DIRECTORY).verify("manifest.json", ascii(text));
    }

    @Test
    void hasEveryClassOfAttack() throws IOException {
        assertThat(files().map(file -> header(file).get("class")).distinct().count())
                .isEqualTo(18);
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(DIRECTORY, "scripts"))) {
            return files.sorted().toList().stream();
        }
    }

    private static Map<String, Object> entry(Path file) {
        Map<String, String> header = header(file);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.getFileName().toString());
        entry.put("class", header.get("class"));
        entry.put("purpose", header.get("purpose"));
        // A value may hold any character, so it comes last.
        String[] expected = header.get("expect").split("(?:^|\\|)value:", 2);
        List<String> words = new ArrayList<>(List.of(expected[0].split("\\|")));
        words.remove("");
        if (expected.length > 1) {
            words.add("value");
        }
        entry.put("expect", words);
        if (expected.length > 1) {
            entry.put("value", Json.read(expected[1]));
        }
        if (header.containsKey("needs")) {
            entry.put("needs", List.of(header.get("needs").split(", ")));
        }
        if (header.containsKey("after")) {
            entry.put("after", header.get("after"));
        }
        if (header.containsKey("variationOf")) {
            entry.put("variationOf", header.get("variationOf"));
        }
        if (header.containsKey("expand")) {
            entry.put("expand", Json.read(header.get("expand")));
        }
        entry.put("limits", limits(header.get("class")));
        return entry;
    }

    private static Map<String, Object> limits(String category) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("wallMs", 2_000);
        limits.put("stopWithinMs", 1_000);
        limits.put("heapMb", 64);
        limits.put("resultBytes", 262_144);
        limits.put("outputBytes", 65_536);
        limits.put("hostCalls", 100);
        limits.put("sourceBytes", 262_144);
        if (category.equals("async-and-call-floods")) {
            limits.put("concurrentCalls", 8);
        }
        return limits;
    }

    private static Map<String, String> header(Path file) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : text(file).split("// ---\n", 2)[0].split("\n")) {
            Matcher field = FIELD.matcher(line);
            assertThat(field.matches()).as(file + ": " + line).isTrue();
            header.put(field.group(1), field.group(2));
        }
        return header;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (char c : text.toCharArray()) {
            ascii.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return ascii.toString();
    }
}
