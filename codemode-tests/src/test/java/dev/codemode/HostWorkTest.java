package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ShopSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the host itself does with texts that a script or its author chose: no text may hold it. The texts are as long as
 * the limits allow, and made to be slow for whoever looks at them twice.
 */
final class HostWorkTest {
    private static final int LENGTH = 250_000;

    /** What would hang runs for minutes; what does not is done in well below a second. */
    private static final Duration MUCH_TIME = Duration.ofSeconds(20);

    static Stream<String> pieces() {
        return Stream.of(
                "(",
                "{",
                "[",
                ")",
                "`${",
                "`",
                "/",
                "/*",
                "//",
                "'",
                "\\\\",
                "\\n",
                " ",
                ";",
                "=>",
                "x=>",
                "async ",
                "async(",
                "async x",
                "function ",
                "import ",
                "import(",
                "import/*",
                "export ",
                "export{",
                "type a<",
                "enum a ",
                "a.b",
                "@",
                "#",
                "\ud800",
                "return ",
                "const orders ",
                "orders ",
                "(orders",
                "$",
                "a?b:",
                "<",
                "```");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void takesAnyScript(String piece) {
        String all = piece.repeat(LENGTH / piece.length());
        for (String script :
                List.of(all, "function" + all + "f() {}", "async" + all + "(x) => 1", "return 1;" + all + "x")) {
            assertThat(answer(script, failed("TypeError", "Cannot read property 'orders' of undefined"))
                            .status())
                    .isIn(ExecutionStatus.REJECTED, ExecutionStatus.FAILED);
            assertThat(answer(script, failed("ReferenceError", all)).status())
                    .isIn(ExecutionStatus.REJECTED, ExecutionStatus.FAILED);
        }
    }

    static Stream<String> results() {
        String keys =
                IntStream.range(0, 60_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
        return Stream.of(
                "[".repeat(250) + "]".repeat(250),
                "[" + "[],".repeat(300_000) + "[]]",
                "[" + "{\"a\":1},".repeat(100_000) + "1]",
                tree(5),
                "9".repeat(900_000),
                "\"" + " ".repeat(900_000) + "\"",
                "[" + "\"  \",".repeat(150_000) + "0]",
                "1e999999999",
                "[" + "1e-999999999,".repeat(50_000) + "0]",
                "{\"" + "k".repeat(900_000) + "\":1}",
                "{" + keys + "}",
                "{\"a\":1,\"a\":2}",
                "\"" + "\\ud800".repeat(100_000) + "\"",
                "\"" + "\ud83d\ude00".repeat(200_000) + "\"");
    }

    private static String tree(int depth) {
        if (depth == 0) {
            return "\"leaf\"";
        }
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < 10; i++) {
            object.append(i == 0 ? "\"" : ",\"").append(i).append("\":").append(tree(depth - 1));
        }
        return object.append("}").toString();
    }

    @ParameterizedTest
    @MethodSource("results")
    void takesAnyResult(String json) {
        ExecuteAnswer answer = answer("return 1;", new Execution.Completed(json, ConsoleOutput.empty()));
        assertThat(answer.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(answer.text().length()).isLessThan(100_000);
    }

    @Test
    void looksForAThousandFailuresInALongResult() {
        ExecuteAnswer answer = assertTimeoutPreemptively(MUCH_TIME, () -> {
            try (CodeMode codeMode = CodeMode.builder()
                    .source(new ShopSource())
                    .sandbox(ScriptedSandbox.answering(request -> {
                        for (int i = 1; i <= request.limits().maxHostCalls(); i++) {
                            request.host()
                                    .call(new HostCall(i, "orders.place", "[{\"id\":" + i + "}]"))
                                    .toCompletableFuture()
                                    .join();
                        }
                        String json = "\"" + "orders.place: 'id' must be".repeat(40_000) + "\"";
                        return new Execution.Completed(json, ConsoleOutput.empty());
                    }))
                    .build()) {
                return codeMode.execute("return 1;", Caller.anonymous());
            }
        });
        assertThat(answer.text()).contains("1,000 writes failed");
    }

    @ParameterizedTest
    @MethodSource("results")
    void takesAnyArgument(String json) {
        for (String call :
                List.of("orders.find", "orders.place", "codemode.search", "codemode.describe", "orders." + json)) {
            AtomicReference<HostReply> reply = new AtomicReference<>();
            assertTimeoutPreemptively(MUCH_TIME, () -> {
                try (CodeMode codeMode = CodeMode.builder()
                        .source(new ShopSource())
                        .sandbox(ScriptedSandbox.answering(request -> {
                            String arguments = "[{\"limit\":" + json + ",\"id\":" + json + "}]";
                            reply.set(request.host()
                                    .call(new HostCall(1, call, arguments))
                                    .toCompletableFuture()
                                    .join());
                            return new Execution.Completed(null, ConsoleOutput.empty());
                        }))
                        .build()) {
                    codeMode.execute("return 1;", Caller.anonymous());
                }
            });
            assertThat(reply.get()).isInstanceOf(HostReply.Rejected.class);
            assertThat(((HostReply.Rejected) reply.get()).message()).hasSizeLessThan(5_000);
        }
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void takesAnyQuery(String piece) {
        String query = piece.repeat(LENGTH / piece.length());
        assertTimeoutPreemptively(MUCH_TIME, () -> {
            try (CodeMode codeMode = CodeMode.builder()
                    .source(new ShopSource())
                    .sandbox(ScriptedSandbox.answering(request -> failed("Error", "")))
                    .build()) {
                assertThat(codeMode.search(SearchQuery.of(query), Caller.anonymous())
                                .text())
                        .hasSizeLessThan(50_000);
            }
        });
    }

    private static Execution failed(String name, String message) {
        SourcePosition far = new SourcePosition(1, Integer.MAX_VALUE);
        return new Execution.Failed(
                new ScriptFailure(ScriptFailure.Kind.THROWN, name, message, far, OptionalInt.empty()),
                ConsoleOutput.empty());
    }

    private static ExecuteAnswer answer(String script, Execution execution) {
        return assertTimeoutPreemptively(MUCH_TIME, () -> {
            try (CodeMode codeMode = CodeMode.builder()
                    .source(new ShopSource())
                    .sandbox(ScriptedSandbox.answering(request -> execution))
                    .build()) {
                return codeMode.execute(script, Caller.anonymous());
            }
        });
    }
}
