package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.OperationName;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.search.SearchHits;
import dev.codemode.search.SearchIndex;
import dev.codemode.source.InvalidSourceException;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ErrorGolden;
import dev.codemode.tests.ShopSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CodeModeTest {
    private static final Caller CLERK = Caller.of("clerk");

    private static Execution completed(String json) {
        return new Execution.Completed(json, ConsoleOutput.empty());
    }

    private static CodeModeBuilder builder(ScriptedSandbox.Script script) {
        return CodeMode.builder().source(new ShopSource()).sandbox(ScriptedSandbox.answering(script));
    }

    @Test
    void needsASourceAndASandbox() {
        assertThatThrownBy(() -> CodeMode.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A source is missing: add one with source(AnnotatedServices.of(...)).");
        assertThatThrownBy(() -> CodeMode.builder().source(new ShopSource()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The sandbox is missing: set one with sandbox(...), such as one of codemode-sandbox-graal.");
    }

    @Test
    void throwsEveryMistakeOfEverySourceOnce() {
        ServiceSource broken = source(new SourceSnapshot(
                List.of(),
                Map.of(),
                List.of(
                        SourceIssue.error("Orders.find(Predicate)", "Has no JSON form.\nUse a record."),
                        SourceIssue.warning("Orders.get(String)", "Odd."))));
        assertThatThrownBy(() -> builder(request -> completed("1"))
                        .source(broken)
                        .source(new ShopSource())
                        .build())
                .isInstanceOf(InvalidSourceException.class)
                .hasMessage("""
                        Cannot build the catalog: 6 mistakes.
                        1. Orders.find(Predicate): Has no JSON form.
                           Use a record.
                        2. orders.find: Two sources have an operation of this name. Rename one, or give one source's service another name.
                        3. orders.place: Two sources have an operation of this name. Rename one, or give one source's service another name.
                        4. orders.ship: Two sources have an operation of this name. Rename one, or give one source's service another name.
                        5. orders.cancel: Two sources have an operation of this name. Rename one, or give one source's service another name.
                        6. orders.audit: Two sources have an operation of this name. Rename one, or give one source's service another name.""");
    }

    @Test
    void refusesACatalogWithoutOperations() {
        ServiceSource empty = source(new SourceSnapshot(List.of(), Map.of(), List.of()));
        assertThatThrownBy(() -> CodeMode.builder()
                        .source(empty)
                        .sandbox(ScriptedSandbox.answering(request -> completed("1")))
                        .build())
                .hasMessage("""
                        Cannot build the catalog: 1 mistake.
                        1. catalog: No source has an operation. Annotate a method with @CodeModeOperation, or add a source.""");
    }

    @Test
    void hidesWhatACallerMayNotUse() {
        AtomicReference<List<String>> operations = new AtomicReference<>();
        try (CodeMode codeMode = builder(request -> {
                    operations.set(request.script().operations());
                    return completed("1");
                })
                .access((caller, operation) ->
                        operation.effect() == Effect.READ || caller.roles().contains("manager"))
                .build()) {
            codeMode.execute("return 1;", CLERK);
            assertThat(operations.get())
                    .containsExactly("orders.find", "orders.audit", "codemode.search", "codemode.describe");
            assertThat(codeMode.search(SearchQuery.of("cancel order"), CLERK).operations())
                    .doesNotContain(OperationName.of("orders", "cancel"));
            assertThat(codeMode.search(SearchQuery.of("orders.cancel"), CLERK).text())
                    .doesNotContain("destructive");
            assertThat(codeMode.tools(CLERK)).allMatch(tool -> tool.readOnly() && !tool.destructive());
            assertThat(codeMode.search(SearchQuery.of("cancel order"), CLERK.withRoles(java.util.Set.of("manager")))
                            .operations())
                    .startsWith(OperationName.of("orders", "cancel"));
        }
    }

    @Test
    void givesCallersWhoSeeTheSameOneListOfOperations() {
        List<List<String>> lists = new ArrayList<>();
        try (CodeMode codeMode = builder(request -> {
                    lists.add(request.script().operations());
                    return completed("1");
                })
                .access((caller, operation) -> operation.effect() == Effect.READ)
                .build()) {
            codeMode.execute("return 1;", CLERK);
            codeMode.execute("return 1;", Caller.of("other"));
        }
        assertThat(lists.get(0)).isSameAs(lists.get(1));
    }

    @Test
    void givesEachExecutionItsOwnSeed() {
        List<Long> seeds = new ArrayList<>();
        try (CodeMode codeMode = builder(request -> {
                    seeds.add(request.script().seed());
                    return completed("1");
                })
                .build()) {
            for (int i = 0; i < 20; i++) {
                codeMode.execute("return 1;", CLERK);
            }
        }
        assertThat(seeds).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void searchesOneAtATimeForAnExecution() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SearchIndex slow = request -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            for (int i = 0; i < 100_000; i++) {
                Thread.onSpinWait();
            }
            inFlight.decrementAndGet();
            return new SearchHits(List.of(), 0, List.of());
        };
        try (CodeMode codeMode = builder(request -> {
                    List<CompletableFuture<?>> replies = new ArrayList<>();
                    for (int i = 1; i <= 20; i++) {
                        replies.add(request.host()
                                .call(new HostCall(i, "codemode.search", "[\"refund\"]"))
                                .toCompletableFuture());
                    }
                    replies.forEach(CompletableFuture::join);
                    return completed("1");
                })
                .searchIndex(catalog -> slow)
                .build()) {
            codeMode.execute("return 1;", CLERK);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void answersBusyWhenNoPlaceBecomesFree() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (CodeMode codeMode = builder(request -> {
                    running.countDown();
                    release.await();
                    return completed("1");
                })
                .maxConcurrentExecutions(1)
                .maxQueueTime(Duration.ofMillis(10))
                .build()) {
            CompletableFuture<ExecuteAnswer> first =
                    CompletableFuture.supplyAsync(() -> codeMode.execute("return 1;", CLERK));
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            ExecuteAnswer second = codeMode.execute("return 1;", CLERK);
            assertThat(second.status()).isEqualTo(ExecutionStatus.BUSY);
            ErrorGolden.verify("busy", second.text());
            release.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).text()).isEqualTo("1");
        }
    }

    @Test
    void cancelsTheScriptWhenItsThreadIsInterrupted() {
        try (CodeMode codeMode = builder(request -> {
                    new CountDownLatch(1).await();
                    return completed("1");
                })
                .build()) {
            Thread.currentThread().interrupt();
            ExecuteAnswer answer = codeMode.execute("return 1;", CLERK);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer)
                    .isEqualTo(
                            new ExecuteAnswer(ExecutionStatus.CANCELLED, "The script was cancelled.", null, List.of()));
        }
    }

    @Test
    void stopsWhatStillRunsWhenItIsClosed() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CodeMode codeMode = builder(request -> {
                    running.countDown();
                    new CountDownLatch(1).await();
                    return completed("1");
                })
                .closeTimeout(Duration.ofMillis(10))
                .build();
        CompletableFuture<ExecuteAnswer> answer =
                CompletableFuture.supplyAsync(() -> codeMode.execute("return 1;", CLERK));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        codeMode.close();
        codeMode.close();
        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(ExecutionStatus.CANCELLED);
        ExecuteAnswer refused = codeMode.execute("return 1;", CLERK);
        assertThat(refused.status()).isEqualTo(ExecutionStatus.CANCELLED);
        ErrorGolden.verify("shutting-down", refused.text());
    }

    @Test
    void answersForASandboxThatThrows() {
        try (CodeMode codeMode = builder(request -> {
                    throw new IllegalStateException("jdbc password s3cret");
                })
                .build()) {
            assertThat(codeMode.execute("return 1;", CLERK))
                    .isEqualTo(new ExecuteAnswer(
                            ExecutionStatus.CRASHED,
                            "The sandbox was lost while the script ran.\nIf the script uses much memory, keep less at once;"
                                    + " otherwise run it again.",
                            null,
                            List.of()));
        }
    }

    @Test
    void answersForASandboxThatCannotStart() {
        try (CodeMode codeMode = builder(request ->
                        new Execution.Unavailable(Execution.Unavailable.Reason.NOT_STARTED, ConsoleOutput.empty()))
                .build()) {
            ExecuteAnswer answer = codeMode.execute("return 1;", CLERK);
            assertThat(answer.status()).isEqualTo(ExecutionStatus.CRASHED);
            ErrorGolden.verify("sandbox-not-started", answer.text());
        }
    }

    @Test
    void swapsTheCatalogWhenASourceChanges() {
        AtomicReference<Runnable> listener = new AtomicReference<>();
        AtomicBoolean changed = new AtomicBoolean();
        ShopSource shop = new ShopSource();
        SourceSnapshot before = shop.load();
        SourceSnapshot broken = new SourceSnapshot(List.of(), Map.of(), List.of(SourceIssue.error("x", "Broken.")));
        ServiceSource source = new ServiceSource() {
            @Override
            public SourceSnapshot load() {
                return changed.get() ? broken : before;
            }

            @Override
            public void onChange(Runnable changeListener) {
                listener.set(changeListener);
            }

            @Override
            public void close() {}
        };
        try (CodeMode codeMode = CodeMode.builder()
                .source(source)
                .sandbox(ScriptedSandbox.answering(request -> completed("1")))
                .build()) {
            changed.set(true);
            listener.get().run();
            assertThat(codeMode.catalog(CLERK).operations()).hasSize(5);
        }
    }

    @Test
    void shortensResultsByTheirStructureAndSaysSo() {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < 3_000; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"id\":\"o").append(i).append("\",\"total\":19.9}");
        }
        String json = rows.append("]").toString();
        try (CodeMode codeMode =
                builder(request -> completed(json)).maxResultTokens(100).build()) {
            ExecuteAnswer answer = codeMode.execute("return 1;", CLERK);
            assertThat(answer.resultJson()).isEqualTo(json);
            assertThat(answer.text()).isEqualTo("""
                            Shortened: the result is about 38,000 tokens, the limit is 100. Cut: $ is the first 7 of 3,000 items. Return less: select fields, filter or aggregate; for what follows: `result.slice(7, 14)`.
                            [{"id":"o0","total":19.9},{"id":"o1","total":19.9},{"id":"o2","total":19.9},{"id":"o3","total":19.9},{"id":"o4","total":19.9},{"id":"o5","total":19.9},{"id":"o6","total":19.9}]""");
        }
    }

    private static ServiceSource source(SourceSnapshot snapshot) {
        return new ServiceSource() {
            @Override
            public SourceSnapshot load() {
                return snapshot;
            }

            @Override
            public void onChange(Runnable listener) {}

            @Override
            public void close() {}
        };
    }
}
