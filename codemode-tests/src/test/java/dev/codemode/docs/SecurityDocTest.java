package dev.codemode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test and every script that docs/security.md names is there. */
final class SecurityDocTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SCRIPTS =
            ROOT.resolve("codemode-testkit/src/main/resources/dev/codemode/testkit/hostile/scripts");

    /** {@code FooTest}, {@code FooTest.holds}, {@code SandboxContract.Group.holds}. */
    private static final Pattern TEST = Pattern.compile("`(\\w+Test|SandboxContract\\.[A-Z]\\w+)(?:\\.([a-z]\\w+))?`");

    private static final Pattern SCRIPT = Pattern.compile("`([a-z-]+[0-9]*\\.js)`");
    private static final Pattern GROUP = Pattern.compile("final class (\\w+) extends (\\w+Claims)");

    private static final Map<String, Path> SOURCES = sources();

    @ParameterizedTest
    @MethodSource("tests")
    void namesNoTestThatIsNotThere(String type, String method) {
        Path source = SOURCES.get(groups().getOrDefault(type, type));
        assertThat(source).as(type).isNotNull();
        assertThat(text(source)).as(source.toString()).contains(method);
    }

    static Stream<Arguments> tests() {
        return document(TEST)
                .map(test -> Arguments.of(test.group(1), test.group(2) == null ? "class " : " " + test.group(2) + "("));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void namesNoScriptThatIsNotThere(String file) {
        assertThat(SCRIPTS.resolve(file)).exists();
    }

    static Stream<String> scripts() {
        return document(SCRIPT).map(script -> script.group(1));
    }

    private static Stream<MatchResult> document(Pattern pattern) {
        return pattern.matcher(text(ROOT.resolve("docs/security.md"))).results();
    }

    /** Returns the class that holds each group of the contract. */
    private static Map<String, String> groups() {
        return GROUP.matcher(text(SOURCES.get("SandboxContract")))
                .results()
                .collect(Collectors.toMap(group -> "SandboxContract." + group.group(1), group -> group.group(2)));
    }

    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.find(
                ROOT,
                12,
                (path, attributes) ->
                        path.toString().endsWith(".java") && path.toString().contains("src"))) {
            return files.collect(Collectors.toMap(
                    path -> path.getFileName().toString().replace(".java", ""), Function.identity(), (a, b) -> a));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
