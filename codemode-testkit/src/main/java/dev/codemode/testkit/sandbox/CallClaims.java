package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.ScriptFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The way calls of operations reach the host, and the way replies come back. */
abstract class CallClaims extends SandboxClaims {
    CallClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void resolvesWithTheReply() {
        assertThat(result(
                        "return (await books.find({ title: 'Emma' })).price;",
                        call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("{\"price\":9.5}"))))
                .isEqualTo("9.5");
    }

    @Test
    void numbersCallsFromOneAndPassesPositionalArguments() {
        Recorder host = new Recorder();
        run("await books.find({ limit: 5 }); await books.stock.count('Emma', 2); await customers.get();", host);
        assertThat(host.calls)
                .containsExactly(
                        new HostCall(1, "books.find", "[{\"limit\":5}]"),
                        new HostCall(2, "books.stock.count", "[\"Emma\",2]"),
                        new HostCall(3, "customers.get", "[]"));
    }

    @Test
    void tellsTheHostOnceOfANameThatNamesNothing() {
        Recorder host = new Recorder();
        String read = "const thrown = []; for (const name of ['findAll', 'findAll', 'getClass'])"
                + " try { books[name]; } catch (e) { thrown.push(`${e}`); } return thrown;";
        assertThat(result(read, host))
                .isEqualTo("[\"TypeError: books.findAll: there is no such operation\",\"TypeError: books.findAll: there"
                        + " is no such operation\",\"TypeError: books.getClass: there is no such operation\"]");
        assertThat(host.calls)
                .containsExactly(new HostCall(1, "books.findAll", "[]"), new HostCall(2, "books.getClass", "[]"));
    }

    @Test
    void knowsTheCallBehindANameThatNamesNothing() {
        Execution.Failed failed = (Execution.Failed) run("await books.stock.counts.byTitle({});", new Recorder());
        assertThat(failed.failure().message()).isEqualTo("books.stock.counts: there is no such operation");
        assertThat(failed.failure().hostCallId()).hasValue(1);
    }

    @Test
    void hasParallelCallsInFlightTogether() {
        Gate gate = new Gate(20);
        assertThat(result("return await Promise.all(Array.from({ length: 20 }, (_, i) => books.find({ i })));", gate))
                .isEqualTo("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]");
    }

    @Test
    void settlesInTheOrderOfTheReplies() {
        List<CompletableFuture<HostReply>> waiting = new ArrayList<>();
        HostBridge host = call -> {
            CompletableFuture<HostReply> reply = new CompletableFuture<>();
            waiting.add(0, reply);
            if (call.operation().equals("customers.get")) {
                waiting.forEach(each -> each.complete(new HostReply.Fulfilled("null")));
            }
            return reply;
        };
        String body =
                "const order = []; const all = [1, 2, 3].map(async (n) => { await books.find(); order.push(n); });"
                        + " await customers.get(); await Promise.all(all); return order;";
        assertThat(result(body, host)).isEqualTo("[3,2,1]");
    }

    @Test
    void rejectsWithAnOperationError() {
        String body = "try { await books.order(); } catch (e) {"
                + " return [e instanceof Error, e.name, e.message, e.code, e.operation, e.retryable]; }";
        assertThat(result(body, rejecting()))
                .isEqualTo("[true,\"OperationError\",\"Sold out.\",\"failed\",\"books.order\",true]");
    }

    @Test
    void knowsTheCallWhoseRejectionWasNotCaught() {
        ScriptFailure failure = failure(run("await books.order().catch(() => 0); await books.order();", rejecting()));
        assertThat(failure.name() + ": " + failure.message()).isEqualTo("OperationError: Sold out.");
        assertThat(failure.hostCallId()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void knowsTheCallBehindPromiseAllAndACause() {
        assertThat(failure(run("await Promise.all([books.order()]);", rejecting()))
                        .hostCallId())
                .isEqualTo(OptionalInt.of(1));
        String wrapped = "try { await books.order(); } catch (e) { throw new Error('Failed.', { cause: e }); }";
        assertThat(failure(run(wrapped, rejecting())).hostCallId()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void takesNoForgedOperationError() {
        String body = "try { await books.order(); } catch (e) {"
                + " throw Object.assign(new Error(e.message), { ...e, name: 'OperationError' }); }";
        assertThat(failure(run(body, rejecting())).hostCallId()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void waitsForCallsThatAreNotAwaited() throws InterruptedException {
        CompletableFuture<HostReply> reply = new CompletableFuture<>();
        CompletableFuture<HostCall> started = new CompletableFuture<>();
        HostBridge host = call -> {
            started.complete(call);
            return reply;
        };
        CompletableFuture<Execution> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> ended.complete(run("books.order(); return 'sent';", host)));
        caller.start();
        started.join();
        assertThat(ended).isNotDone();
        reply.complete(new HostReply.Fulfilled("null"));
        caller.join();
        assertThat(result(ended.join())).isEqualTo("\"sent\"");
    }

    @Test
    void startsNoCallAfterTheReturn() {
        Recorder host = new Recorder();
        run("books.find().then(() => books.order()); return 1;", host);
        assertThat(host.calls).containsExactly(new HostCall(1, "books.find", "[]"));
    }

    private static HostBridge rejecting() {
        return call -> CompletableFuture.completedFuture(
                new HostReply.Rejected("failed", call.operation(), "Sold out.", true));
    }

    private static final class Recorder implements HostBridge {
        private final List<HostCall> calls = Collections.synchronizedList(new ArrayList<>());

        @Override
        public CompletionStage<HostReply> call(HostCall call) {
            calls.add(call);
            return CompletableFuture.completedFuture(new HostReply.Fulfilled("null"));
        }
    }

    /** Replies with the number of the call, and only once that many calls have arrived. */
    private static final class Gate implements HostBridge {
        private final int size;
        private final List<CompletableFuture<HostReply>> waiting = new ArrayList<>();

        Gate(int size) {
            this.size = size;
        }

        @Override
        public synchronized CompletionStage<HostReply> call(HostCall call) {
            CompletableFuture<HostReply> reply = new CompletableFuture<>();
            waiting.add(reply);
            if (waiting.size() == size) {
                open();
            }
            return reply;
        }

        private void open() {
            for (int i = 0; i < size; i++) {
                waiting.get(i).complete(new HostReply.Fulfilled(Integer.toString(i + 1)));
            }
        }
    }
}
