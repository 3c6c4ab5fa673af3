package dev.codemode.typescript.internal.check;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * The TypeScript compiler in a context that can reach nothing. A check that takes too long is interrupted, and the compiler
 * goes on with the next one. Confined to the worker's thread.
 */
public final class TypeChecker {
    private static final String NOTHING = "[]";
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "codemode-check-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final Context context = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.disable-eval", "true")
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .in(InputStream.nullInputStream())
            .build();
    private final Value load;
    private final Value has;
    private final Value check;

    public TypeChecker() {
        context.eval(source(CompilerText.compiler(), "typescript.js"));
        Value make = context.eval(source(CompilerText.checker(), "checker.js"));
        Value compiler = context.getBindings("js").getMember("ts");
        Value checker = make.execute(compiler, CompilerText.library());
        load = checker.getMember("load");
        has = checker.getMember("has");
        check = checker.getMember("check");
    }

    private static Source source(String text, String name) {
        return Source.newBuilder("js", text, name).buildLiteral();
    }

    boolean has(String key) {
        return has.execute(key).asBoolean();
    }

    void load(String key, String declarations) {
        load.executeVoid(key, declarations);
    }

    /**
     * Returns what was found, as JSON; nothing if the check took longer than this. Returns plain text if the compiler
     * failed, which says how.
     */
    String check(CheckOrder order, List<String> keys, Duration limit) {
        Future<?> interrupt = timer.schedule(this::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Value found = check.execute(
                    order.script(), order.form(), order.typed(), order.view(), array(order.services()), array(keys));
            return found.asString();
        } catch (PolyglotException e) {
            if (e.isResourceExhausted() || e.isInternalError()) {
                throw e;
            }
            return NOTHING;
        } finally {
            interrupt.cancel(false);
        }
    }

    private static ProxyArray array(List<String> texts) {
        return ProxyArray.fromArray(texts.toArray());
    }

    private void interrupt() {
        try {
            context.interrupt(Duration.ofSeconds(1));
        } catch (TimeoutException e) {
            // The host kills the process of a check that cannot be interrupted.
        }
    }
}
