package dev.codemode.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.CallRecord.Outcome;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.source.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of calls when the execution ends. */
final class ExecutionCallsEndTest extends OrderCalls {
    @Test
    void reachesNoHandlerOfACallThatEndedOnItsWay() throws InterruptedException {
        AtomicReference<ExecutionCalls> calls = new AtomicReference<>();
        AtomicBoolean reached = new AtomicBoolean();
        OperationHandler handler = call -> {
            reached.set(true);
            return null;
        };
        OperationInterceptor ending = (call, next) -> {
            calls.get().end();
            return next.invoke(call);
        };
        calls.set(dispatcher(handler, List.of(ending)).begin(scope(catalog(), Limits.defaults())));
        assertThat(((HostReply.Rejected) reply(calls.get(), 1, "orders.find", "[]")).code())
                .isEqualTo("execution_ended");
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reached).isFalse();
    }

    @Test
    void interruptsWhatRunsAndRefusesTheRestAtTheEnd() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        OperationHandler handler = call -> {
            started.countDown();
            try {
                return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        ExecutionCalls calls = calls(handler);
        CompletableFuture<HostReply> reply =
                calls.call(new HostCall(1, "orders.cancel", "[]")).toCompletableFuture();
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        List<CallRecord> records = calls.end();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reply.get(10, TimeUnit.SECONDS))
                .isEqualTo(new HostReply.Rejected(
                        "execution_ended",
                        "orders.cancel",
                        "orders.cancel: the script ended before the call did.",
                        false));
        assertThat(records).extracting(CallRecord::outcome).containsExactly(Outcome.CANCELLED);
        assertThat(records.get(0).mayHaveTakenEffect()).isTrue();
        assertThat(reply(calls, 2, "orders.find", "[]"))
                .isEqualTo(new HostReply.Rejected(
                        "execution_ended",
                        "orders.find",
                        "orders.find: the script has ended, so its calls are refused.",
                        false));
    }

    @Test
    void isNotHeldByAHandlerThatIgnoresInterrupts() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean release = new AtomicBoolean();
        OperationHandler handler = call -> {
            started.countDown();
            while (!release.get()) {
                Thread.onSpinWait();
            }
            return null;
        };
        ExecutionCalls calls = calls(handler);
        calls.call(new HostCall(1, "orders.find", "[]"));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(calls.end()).extracting(CallRecord::outcome).containsExactly(Outcome.CANCELLED);
        release.set(true);
    }

    @Test
    void saysThatNothingWasDoneWhereTheCheckFailed() {
        Schema endless = Schema.string();
        for (int i = 0; i < 100_000; i++) {
            endless = new Schema.UnionSchema(List.of(endless, Schema.bool()), null);
        }
        Operation operation = Operation.builder(CANCEL, Effect.DESTRUCTIVE)
                .input(Schema.object(List.of(Schema.Property.optional("limit", endless))))
                .build();
        Catalog catalog = Catalog.of(List.of(Service.of("orders", Docs.none(), List.of(operation), List.of())));
        ExecutionCalls calls = new Dispatcher(catalog, Map.of(CANCEL, call -> null), List.of(), executor)
                .begin(scope(catalog, Limits.defaults()));
        HostReply.Rejected reply = (HostReply.Rejected) reply(calls, 1, "orders.cancel", "[{\"limit\":5}]");
        assertThat(reply.message())
                .matches(
                        "orders\\.cancel: the call was not made: its check failed inside the server, which keeps the details"
                                + " \\(reference [0-9a-f]{8}\\)\\.");
        CallRecord record = calls.end().get(0);
        assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(record.mayHaveTakenEffect()).isFalse();
    }
}
