package dev.codemode.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.CallRecord.Outcome;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationFailedException.Retry;
import dev.codemode.source.OperationHandler;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecutionCallsTest extends OrderCalls {
    @Test
    void passesArgumentsAndResult() {
        ExecutionCalls calls = calls(call -> Map.of("echo", call.arguments()));
        assertThat(reply(calls, 1, "orders.find", "[{\"limit\":3}]"))
                .isEqualTo(new HostReply.Fulfilled("{\"echo\":{\"limit\":3}}"));
    }

    @Test
    void takesNoArgumentForAnEmptyObject() {
        ExecutionCalls calls = calls(call -> call.arguments().size());
        assertThat(reply(calls, 1, "orders.find", "[]")).isEqualTo(new HostReply.Fulfilled("0"));
    }

    @Test
    void refusesArgumentsThatDoNotMatchTheSchema() {
        assertThat(rejection(call -> null, "[{\"limit\":\"ten\"}]"))
                .isEqualTo(new HostReply.Rejected(
                        "invalid_arguments",
                        "orders.find",
                        "orders.find: 'limit' must be an integer within ±(2^53−1), but was \"ten\" (at $.limit).",
                        false));
    }

    @Test
    void refusesPositionalArguments() {
        assertThat(rejection(call -> null, "[\"open\",5]"))
                .isEqualTo(new HostReply.Rejected(
                        "invalid_arguments",
                        "orders.find",
                        "orders.find: takes one object: { limit? }, but was called with 2 arguments.",
                        false));
    }

    @Test
    void refusesArgumentsOverTheirLimit() {
        assertThat(rejection(call -> null, "[\"" + "x".repeat(2_000_000) + "\"]"))
                .isEqualTo(new HostReply.Rejected(
                        "arguments_too_large",
                        "orders.find",
                        "orders.find: the arguments are larger than 1048576 bytes (limit: maxArgumentBytes).",
                        false));
    }

    @Test
    void namesTheOperationThatWasMeant() {
        ExecutionCalls calls = calls(call -> null);
        assertThat(reply(calls, 1, "orders.fnd", "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "unknown_operation",
                        "orders.fnd",
                        "orders.fnd: there is no such operation. Did you mean orders.find?",
                        false));
    }

    @Test
    void guessesNoNamesForAFloodOfUnknownOnes() {
        ExecutionCalls calls = calls(call -> null);
        assertThat(((HostReply.Rejected) reply(calls, 201, "orders.fnd", "[]")).message())
                .isEqualTo("orders.fnd: there is no such operation. Find operations with codemode.search or the search"
                        + " tool.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "find",
                "orders.Find",
                "ORDERS.find",
                "orders.find ",
                " orders.find",
                "orders..find",
                "orders.find.",
                "orders.find.x",
                "orders.fin",
                "orders/find",
                "orders.f\u0131nd",
                "orders.find\u0000",
                "orders.__proto__",
                ""
            })
    void takesNamesExactly(String name) {
        ExecutionCalls calls = calls(call -> "taken");
        assertThat(((HostReply.Rejected) reply(calls, 1, name, "[]")).code()).isEqualTo("unknown_operation");
    }

    @Test
    void answersAHiddenOperationLikeOneThatIsNotThere() {
        Dispatcher dispatcher = dispatcher(call -> "secret", List.of());
        Catalog visible =
                dispatcher.catalog().filter(operation -> operation.name().equals(FIND));
        ExecutionCalls calls = dispatcher.begin(scope(visible, Limits.defaults()));
        assertThat(reply(calls, 1, "orders.cancel", "[{\"nonsense\":1}]"))
                .isEqualTo(new HostReply.Rejected(
                        "unknown_operation",
                        "orders.cancel",
                        "orders.cancel: there is no such operation. Find operations with codemode.search or the search"
                                + " tool.",
                        false));
    }

    @Test
    void passesOnTheMessageOfAFailedOperation() {
        OperationHandler handler = call -> {
            throw new OperationFailedException("No stock.", Retry.LATER, OptionalInt.of(409), null);
        };
        assertThat(rejection(handler, "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "operation_failed", "orders.find", "orders.find: No stock. (status 409)", true));
    }

    @Test
    void namesTheOperationOnce() {
        OperationHandler handler = call -> {
            throw new OperationFailedException("orders.find: No stock.");
        };
        assertThat(rejection(handler, "[]"))
                .isEqualTo(new HostReply.Rejected("operation_failed", "orders.find", "orders.find: No stock.", false));
    }

    @Test
    void keepsTheMessageOfAnyOtherExceptionOnTheHost() {
        OperationHandler handler = call -> {
            throw new IllegalStateException("jdbc:h2:mem password=s3cret");
        };
        HostReply.Rejected rejected = rejection(handler, "[]");
        assertThat(rejected.code()).isEqualTo("internal_error");
        assertThat(rejected.message())
                .matches("orders\\.find: the operation failed inside the server, which keeps the details \\(reference"
                        + " [0-9a-f]{8}\\)\\.");
    }

    @Test
    void keepsHostObjectsOnTheHost() {
        assertThat(rejection(call -> List.of(new Object()), "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "invalid_result",
                        "orders.find",
                        "orders.find: the server's result cannot be passed on. The value at $[0] has no JSON form.",
                        false));
    }

    @Test
    void boundsResults() {
        assertThat(rejection(call -> "x".repeat(5_000_000), "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "result_too_large",
                        "orders.find",
                        "orders.find: the result is larger than 4194304 bytes (limit: maxCallResultBytes). Ask for"
                                + " less.",
                        false));
    }

    @Test
    void runsInterceptorsAroundTheHandlerOnItsThread() {
        List<String> order = new ArrayList<>();
        ThreadLocal<String> security = new ThreadLocal<>();
        OperationInterceptor outer = (call, next) -> {
            order.add("outer");
            security.set("clerk");
            return next.invoke(call);
        };
        OperationInterceptor inner = (call, next) -> {
            order.add("inner");
            return next.invoke(call.withArguments(Map.of("limit", 7L)));
        };
        ExecutionCalls calls = dispatcher(call -> security.get() + call.arguments(), List.of(outer, inner))
                .begin(scope(catalog(), Limits.defaults()));
        assertThat(reply(calls, 1, "orders.find", "[]")).isEqualTo(new HostReply.Fulfilled("\"clerk{limit=7}\""));
        assertThat(order).containsExactly("outer", "inner");
    }

    @Test
    void handsOnTheDeadlineAsItIsAfterAPause() {
        ExecutionScope scope = scope(catalog(), Limits.defaults());
        AtomicReference<Instant> before = new AtomicReference<>();
        AtomicReference<Instant> after = new AtomicReference<>();
        OperationInterceptor approval = (call, next) -> {
            before.set(call.deadline());
            try (RunClock.Pause pause = scope.clock().pause()) {
                Thread.sleep(30);
            }
            return next.invoke(call);
        };
        ExecutionCalls calls = dispatcher(
                        call -> {
                            after.set(call.deadline());
                            return null;
                        },
                        List.of(approval))
                .begin(scope);
        assertThat(reply(calls, 1, "orders.find", "[]")).isEqualTo(new HostReply.Fulfilled("null"));
        assertThat(after.get()).isAfterOrEqualTo(before.get().plusMillis(30));
    }

    @Test
    void validatesWhatAnInterceptorChanged() {
        OperationInterceptor broken = (call, next) -> next.invoke(call.withArguments(Map.of("limit", "x")));
        ExecutionCalls calls = dispatcher(call -> null, List.of(broken)).begin(scope(catalog(), Limits.defaults()));
        assertThat(reply(calls, 1, "orders.find", "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "invalid_arguments",
                        "orders.find",
                        "orders.find: 'limit' must be an integer within ±(2^53−1), but was \"x\" (at $.limit).",
                        false));
    }

    @Test
    void holdsBackCallsOverTheNumberInFlight() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch threeStarted = new CountDownLatch(3);
        CountDownLatch release = new CountDownLatch(1);
        OperationHandler handler = call -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            threeStarted.countDown();
            release.await();
            inFlight.decrementAndGet();
            return null;
        };
        Limits limits = Limits.builder().maxConcurrentHostCalls(3).build();
        ExecutionCalls calls = dispatcher(handler, List.of()).begin(scope(catalog(), limits));
        List<CompletableFuture<HostReply>> replies = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            replies.add(calls.call(new HostCall(i, "orders.find", "[]")).toCompletableFuture());
        }
        assertThat(threeStarted.await(10, TimeUnit.SECONDS)).isTrue();
        release.countDown();
        CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void refusesCallsOverTheirNumber() {
        Limits limits = Limits.builder().maxHostCalls(1).build();
        ExecutionCalls calls = dispatcher(call -> null, List.of()).begin(scope(catalog(), limits));
        reply(calls, 1, "orders.find", "[]");
        assertThat(reply(calls, 2, "orders.find", "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "too_many_calls",
                        "orders.find",
                        "orders.find: a script may make at most 1 call (limit: maxHostCalls).",
                        false));
    }

    @Test
    void keepsNeitherArgumentsNorResultsOfCallsThatAreOver() {
        ExecutionCalls calls = calls(call -> "x".repeat(100));
        List<WeakReference<String>> texts = textsOfACall(calls);
        for (int i = 0; i < 100 && texts.stream().anyMatch(text -> text.get() != null); i++) {
            System.gc();
        }
        assertThat(texts).allMatch(text -> text.get() == null);
        assertThat(calls.end()).extracting(CallRecord::outcome).containsExactly(Outcome.SUCCEEDED);
    }

    @Test
    void refusesArgumentsThatHoldTooManyValues() {
        assertThat(rejection(call -> null, "[{\"limit\":[" + "1,".repeat(200_000) + "1]}]"))
                .isEqualTo(new HostReply.Rejected(
                        "invalid_arguments",
                        "orders.find",
                        "orders.find: the arguments are not valid JSON, or contain more than 100,000 values.",
                        false));
    }

    @Test
    void refusesArgumentsThatNestTooDeeply() {
        assertThat(rejection(call -> null, "[".repeat(100_000) + "]".repeat(100_000))
                        .code())
                .isEqualTo("invalid_arguments");
    }

    @Test
    void refusesArgumentsWithANameThatIsTooLong() {
        assertThat(rejection(call -> null, "[{\"" + "x".repeat(60_000) + "\":1}]")
                        .code())
                .isEqualTo("invalid_arguments");
    }

    @Test
    void boundsTheMessageOfAFailedOperation() {
        OperationHandler handler = call -> {
            throw new OperationFailedException("No order " + "x".repeat(1_000_000));
        };
        assertThat(rejection(handler, "[]").message()).hasSize(4_001).endsWith("x…");
    }

    @Test
    void answersACallThatNoHandlerTakes() {
        ExecutionCalls calls =
                new Dispatcher(catalog(), Map.of(), List.of(), executor).begin(scope(catalog(), Limits.defaults()));
        assertThat(((HostReply.Rejected) reply(calls, 1, "orders.find", "[]")).code())
                .isEqualTo("internal_error");
    }

    @Test
    void answersForAHandlerThatRunsOutOfMemory() {
        OperationHandler handler = call -> {
            throw new OutOfMemoryError("s3cret");
        };
        HostReply.Rejected rejected = rejection(handler, "[]");
        assertThat(rejected.code()).isEqualTo("internal_error");
        assertThat(rejected.message()).doesNotContain("s3cret");
    }

    @Test
    void recordsCallsInDispatchOrder() {
        ExecutionCalls calls = calls(call -> null);
        reply(calls, 1, "orders.find", "[]");
        reply(calls, 2, "orders.nope", "[]");
        reply(calls, 3, "orders.cancel", "[]");
        assertThat(calls.end())
                .extracting(call -> call.id() + " " + call.operation() + " " + call.outcome())
                .containsExactly("1 orders.find SUCCEEDED", "2 orders.nope REFUSED", "3 orders.cancel SUCCEEDED");
    }

    private static List<WeakReference<String>> textsOfACall(ExecutionCalls calls) {
        HostCall call = new HostCall(1, "orders.find", new StringBuilder("[{}]").toString());
        HostReply.Fulfilled reply =
                (HostReply.Fulfilled) calls.call(call).toCompletableFuture().join();
        return List.of(new WeakReference<>(call.argumentsJson()), new WeakReference<>(reply.json()));
    }
}
