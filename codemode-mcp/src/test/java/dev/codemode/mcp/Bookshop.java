package dev.codemode.mcp;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * A bookshop with two services, one of which only staff may see, and a sandbox that looks for one word in a script, so that a
 * test decides what a call does: {@code whoami}, {@code fail}, {@code wait} (until {@link #release}), or a value.
 */
public final class Bookshop implements AutoCloseable {
    private final Semaphore released = new Semaphore(0);

    /** What became of scripts that waited: "started", then "interrupted" or "released". */
    public final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    final CodeMode codeMode = CodeMode.builder()
            .source(new Shelves())
            .sandbox(new WordSandbox())
            .access(Bookshop::allows)
            .closeTimeout(Duration.ofMillis(1))
            .build();

    /** Starts a server of the bookshop. */
    public CodeModeMcpServer.Builder server() {
        return CodeModeMcp.server(codeMode).name("bookshop").version("1.0");
    }

    /** Starts a server whose answers show so often that they still come. */
    public CodeModeMcpServer.Builder server(Duration heartbeat) {
        return server().heartbeat(heartbeat);
    }

    /** Starts a server that measures sessions by this clock. */
    public CodeModeMcpServer.Builder server(Clock clock) {
        return server().clock(clock);
    }

    private static boolean allows(Caller caller, Operation operation) {
        if (caller.id().equals("broken")) {
            throw new IllegalStateException("jdbc:secret://password");
        }
        return !operation.tags().contains("staff") || caller.roles().contains("staff");
    }

    public void release() {
        released.release();
    }

    @Override
    public void close() {
        codeMode.close();
    }

    private static final class Shelves implements ServiceSource {
        @Override
        public SourceSnapshot load() {
            Operation whoami = Operation.builder(OperationName.of("catalogue", "whoami"), Effect.READ)
                    .docs(Docs.of("Says who is calling."))
                    .output(Schema.string())
                    .build();
            Operation burn = Operation.builder(OperationName.of("stock", "burn"), Effect.DESTRUCTIVE)
                    .docs(Docs.of("Burns every book."))
                    .tags(List.of("staff"))
                    .build();
            return new SourceSnapshot(
                    List.of(
                            Service.of("catalogue", Docs.of("The books."), List.of(whoami), List.of()),
                            Service.of("stock", Docs.of("The shelves."), List.of(burn), List.of())),
                    Map.of(
                            whoami.name(), call -> call.caller().id(),
                            burn.name(), call -> "burnt"),
                    List.of());
        }

        @Override
        public void onChange(Runnable listener) {}

        @Override
        public void close() {}
    }

    private final class WordSandbox implements Sandbox {
        @Override
        public Execution execute(SandboxRequest request) throws InterruptedException {
            String script = request.script().body();
            if (script.contains("wait")) {
                return waiting();
            }
            if (script.contains("crash")) {
                throw new IllegalStateException("jdbc:secret://password");
            }
            if (script.contains("print")) {
                System.out.println("A line that would break the protocol");
            }
            if (script.contains("fail")) {
                ScriptFailure failure = ScriptFailure.of(ScriptFailure.Kind.THROWN, "TypeError", "Out of stock.", null);
                return new Execution.Failed(failure, ConsoleOutput.empty());
            }
            if (script.contains("whoami")) {
                return new Execution.Completed(answer(request), ConsoleOutput.empty());
            }
            return new Execution.Completed("42", ConsoleOutput.empty());
        }

        private String answer(SandboxRequest request) throws InterruptedException {
            try {
                HostReply reply = request.host()
                        .call(new HostCall(1, "catalogue.whoami", "[]"))
                        .toCompletableFuture()
                        .get();
                return ((HostReply.Fulfilled) reply).json();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        private Execution waiting() throws InterruptedException {
            events.add("started");
            try {
                released.acquire();
            } catch (InterruptedException e) {
                events.add("interrupted");
                throw e;
            }
            events.add("released");
            return new Execution.Completed("\"waited\"", ConsoleOutput.empty());
        }

        @Override
        public void close() {}
    }

    /** Returns the caller that a test's header names, with a role for staff. */
    public static Caller caller(McpRequest request) {
        String name = request.header("X-User").orElse("nobody");
        if (name.equals("stranger")) {
            throw new SecurityException("no such user in ldap://secret");
        }
        Caller caller = Caller.of(name);
        return name.startsWith("staff") ? caller.withRoles(Set.of("staff")) : caller;
    }
}
