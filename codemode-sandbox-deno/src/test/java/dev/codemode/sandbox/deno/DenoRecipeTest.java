package dev.codemode.sandbox.deno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the recipes of docs/deployment.md as they stand there. */
@EnabledOnOs(OS.LINUX)
@RunsDeno
final class DenoRecipeTest {
    @TempDir
    private Path cache;

    @ParameterizedTest
    @ValueSource(strings = {"bwrap-deno", "unshare"})
    void runsScripts(String name) throws Exception {
        List<String> recipe = recipe(name);
        assumeNamespaces(recipe);
        try (Sandbox sandbox = DenoSandbox.builder(Deno.executable())
                .commandPrefix(recipe)
                .cacheDirectory(cache)
                .build()) {
            assertThat(sandbox.execute(request("return (await books.count({})) + 1;")))
                    .isEqualTo(new Execution.Completed("42", ConsoleOutput.empty()));
            assertThat(sandbox.execute(request("for (;;) {}")))
                    .isEqualTo(new Execution.Stopped(LimitKind.CPU_TIME, null, ConsoleOutput.empty()));
            assertThat(sandbox.execute(request("const held = []; for (;;) held.push(new Array(1000).fill(1.5));")))
                    .isEqualTo(new Execution.Stopped(LimitKind.MEMORY, null, ConsoleOutput.empty()));
            assertThat(sandbox.execute(request("return 1;")))
                    .isEqualTo(new Execution.Completed("1", ConsoleOutput.empty()));
        }
    }

    /** Skips the test where a container or a setting of the kernel forbids what the recipes are made of. */
    private void assumeNamespaces(List<String> recipe) throws IOException {
        List<String> command = new ArrayList<>(recipe.stream()
                .map(word -> word.replace("{directory}", cache.toString()))
                .toList());
        command.addAll(List.of(Deno.executable().toString(), "--version"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .as("the kernel does not let this user create namespaces")
                .startsWith("deno ");
    }

    /** Reads a recipe, with the places of this machine in it. */
    private List<String> recipe(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "deployment.md"));
        List<String> block = lines.subList(lines.indexOf("<!-- test: " + name + " -->") + 2, lines.size());
        return block.subList(0, block.indexOf("```")).stream()
                .flatMap(line -> Stream.of(line.strip().split(" ")))
                .map(word -> word.replace("/opt/deno", Deno.executable().toString()))
                .map(word -> word.replace("/var/cache/shop", cache.toString()))
                .toList();
    }

    private static SandboxRequest request(String body) {
        Limits limits = Limits.builder().maxCpuTime(Duration.ofSeconds(2)).build();
        return new SandboxRequest(
                new Script(body, List.of("books.count"), limits, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("41")),
                "");
    }
}
