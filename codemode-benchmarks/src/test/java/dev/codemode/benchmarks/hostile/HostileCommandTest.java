package dev.codemode.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostileCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> entries = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void passesWhatHoldsAndWritesJson() throws IOException, InterruptedException {
        add("loop.js", "cpu-exhaustion", "'timeout'", "for (;;);");
        add("title.js", "result-serialisation", "'value'],'value':['Emma'", "return ['Emma'];");
        add("far.js", "some-class','needs':['moon.land'],'note':'", "'no-escape'", "return 1;");
        Path json = directory.resolve("out.json");
        assertThat(run("--json", json.toString())).isZero();
        assertThat(lines())
                .containsExactly(
                        "pass  loop.js timeout N ms",
                        "pass  title.js value N ms",
                        "n/a   far.js not applicable yet: no operation moon.land",
                        "2 passed, 0 failed, 1 not applicable (workers)");
        assertThat(Files.readString(json).replaceAll("\"ms\":\\d+", "\"ms\":N")).isEqualTo("""
                [
                {"file":"loop.js","status":"passed","outcome":"timeout","ms":N,"reasons":[]},
                {"file":"title.js","status":"passed","outcome":"value","ms":N,"reasons":[]},
                {"file":"far.js","status":"not-applicable","outcome":"not-run","ms":N,\
                "reasons":["not applicable yet: no operation moon.land"]}
                ]
                """);
    }

    @Test
    void failsWhatDoesNotHoldAndContinues() throws IOException, InterruptedException {
        add("leak.js", "escape", "'no-escape'", "return 'ESCAPED:leak';");
        add("error.js", "escape", "'value'],'value':[1", "throw new Error('torn page');");
        assertThat(run("--sandbox", "in-process")).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "fail  leak.js value N ms: the answer holds '\"ESCAPED:leak\"'; the result holds '\"ESCAPED:leak\"'",
                        "fail  error.js error N ms: ended as error where value was expected",
                        "0 passed, 2 failed, 0 not applicable (in-process)");
    }

    @Test
    void acceptsFailuresThatAreListed() throws IOException, InterruptedException {
        add("leak.js", "escape", "'error'", "return 1;");
        Path known = Files.writeString(directory.resolve("known.txt"), "# known\nleak.js returns\n");
        assertThat(run("--sandbox", "in-process", "--known-failures", known.toString()))
                .isZero();
        assertThat(lines())
                .containsExactly(
                        "known leak.js value N ms: ended as value where error was expected",
                        "0 passed, 0 failed, 1 failed as listed, 0 not applicable (in-process)");
    }

    @Test
    void goesOnAfterTheHostHasDied() throws IOException, InterruptedException {
        add(
                "host.js",
                "memory-exhaustion",
                "'memory','timeout'",
                "const k = []; for (;;) k.push(new Array(1e6).fill(k.length));");
        add("title.js", "result-serialisation", "'value'],'value':['Emma'", "return ['Emma'];");
        run("--sandbox", "in-process");
        assertThat(lines().get(1)).isEqualTo("pass  title.js value N ms");
    }

    @Test
    void explainsItselfToWhoCallsItWrongly() throws IOException, InterruptedException {
        assertThat(run("--sandbox", "paper")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("--sandbox is one of workers|in-process|v8|deno, but was paper\nusage:\n  hostile ");
    }

    @Test
    void namesWhatIsMissingInADirectory() throws IOException, InterruptedException {
        int exitCode = HostileCommand.run(
                List.of("--scripts", directory.resolve("nowhere").toString()), stream(out), stream(err));
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Cannot read " + directory.resolve("nowhere/manifest.json") + ".\n");
    }

    private int run(String... options) throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve("manifest.json"),
                entries.stream().collect(Collectors.joining(",", "{\"version\":1,\"scripts\":[", "]}")));
        List<String> arguments = new ArrayList<>(List.of("--scripts", directory.toString()));
        arguments.addAll(List.of(options));
        return HostileCommand.run(arguments, stream(out), stream(err));
    }

    private void add(String file, String category, String expected, String code) throws IOException {
        Files.createDirectories(directory.resolve("scripts"));
        Files.writeString(directory.resolve("scripts").resolve(file), "// ---\n" + code);
        String entry = "{'file':'" + file + "','class':'" + category + "','purpose':'a test','expect':[" + expected
                + "],'limits':{'wallMs':1000,'stopWithinMs':2000,'heapMb':64,'resultBytes':10000,'outputBytes':10000,"
                + "'hostCalls':10,'sourceBytes':10000}}";
        entries.add(entry.replace('\'', '"'));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("[\\d,]+ ms", "N ms"))
                .toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
