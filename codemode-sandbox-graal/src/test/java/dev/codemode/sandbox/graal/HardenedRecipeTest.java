package dev.codemode.sandbox.graal;

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
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the recipes of docs/deployment.md as they stand there. */
@EnabledOnOs(OS.LINUX)
class HardenedRecipeTest {
    @TempDir
    private Path cache;

    @ParameterizedTest
    @ValueSource(strings = {"bwrap", "unshare"})
    void runsScripts(String name) throws Exception {
        List<String> recipe = recipe(name);
        assumeNamespaces(recipe);
        try (Sandbox sandbox = GraalSandbox.builder()
                .commandPrefix(recipe)
                .cacheDirectory(cache)
                .build()) {
            assertThat(sandbox.execute(request("return (await books.count({})) + 1;")))
                    .isEqualTo(new Execution.Completed("42", ConsoleOutput.empty()));
            assertThat(sandbox.execute(request("for (;;) {}")))
                    .isInstanceOfSatisfying(
                            Execution.Stopped.class,
                            stopped -> assertThat(stopped.limit()).isEqualTo(LimitKind.CPU_TIME));
            assertThat(sandbox.execute(request("return 1;")))
                    .isEqualTo(new Execution.Completed("1", ConsoleOutput.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bwrap", "unshare"})
    void reachesNoNetwork(String name) throws Exception {
        List<String> recipe = recipe(name);
        assumeNamespaces(recipe);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(server.getLocalPort());

            assertThat(probe(List.of(), port)).isEqualTo("connected\n");
            assertThat(probe(recipe, port)).isEqualTo("not connected\n");
        }
    }

    private String probe(List<String> prefix, String port) throws IOException, URISyntaxException {
        Path classes = directory(Probe.class);
        Path copy = Files.createDirectories(cache.resolve("probe"));
        Path file = copy.resolve(Probe.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.copy(classes.resolve(copy.relativize(file)), file);
        }
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(java(), "-cp", copy.toString(), Probe.class.getName(), port));
        return output(command);
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    /** Skips the test where a container or a setting of the kernel forbids what the recipes are made of. */
    private void assumeNamespaces(List<String> recipe) throws IOException {
        assumeThat(isInstalled(recipe.get(0)))
                .as(recipe.get(0) + " is not installed")
                .isTrue();
        List<String> command = new ArrayList<>(recipe);
        command.addAll(List.of("/usr/bin/env", "echo", "isolated"));
        assumeThat(output(command))
                .as("the kernel does not let this user create namespaces")
                .isEqualTo("isolated\n");
    }

    private String output(List<String> command) throws IOException {
        List<String> words = command.stream()
                .map(word -> word.replace("{directory}", cache.toString()))
                .toList();
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Reads a recipe, with the places of this machine in it. */
    private List<String> recipe(String name) throws IOException, URISyntaxException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "deployment.md"));
        int start = lines.indexOf("<!-- test: " + name + " -->") + 2;
        List<String> block = lines.subList(start, lines.size());
        List<String> words = block.subList(0, block.indexOf("```")).stream()
                .flatMap(line -> Stream.of(line.strip().split(" ")))
                .map(word -> word.replace("/opt/java", System.getProperty("java.home")))
                .map(word -> word.replace("/var/cache/shop", cache.toString()))
                .toList();
        int jars = words.indexOf("/srv/shop") - 1;
        if (jars < 0) {
            return words;
        }
        List<String> recipe = new ArrayList<>(words.subList(0, jars));
        for (Path place : jarPlaces()) {
            recipe.addAll(List.of(words.get(jars), place.toString(), place.toString()));
        }
        recipe.addAll(words.subList(jars + 3, words.size()));
        return recipe;
    }

    /** Where the sandbox's jars are: this build has its own beside each module, and the engine's in a repository. */
    private static Set<Path> jarPlaces() throws URISyntaxException {
        Set<Path> places = new LinkedHashSet<>();
        places.add(directory(Sandbox.class).getParent());
        places.add(directory(WorkerSandbox.class).getParent());
        places.add(repository());
        return places;
    }

    /** Returns the directory that holds the jars of the engine, some levels up. */
    private static Path repository() throws URISyntaxException {
        Path jar = directory(Engine.class);
        Path repository = jar;
        while (!repository.getFileName().toString().equals("org")) {
            repository = repository.getParent();
        }
        return repository.getParent();
    }

    private static Path directory(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static SandboxRequest request(String body) {
        Limits limits = Limits.builder().maxCpuTime(Duration.ofSeconds(1)).build();
        return new SandboxRequest(
                new Script(body, List.of("books.count"), limits, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("41")),
                "");
    }

    /** Says whether a port of the host can be reached. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
                System.out.println(socket.isConnected() ? "connected" : "not connected");
            } catch (IOException e) {
                System.out.println("not connected");
            }
        }
    }
}
